package org.assent.project;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What a notification says, as far as it is known yet: empty text and nothing where a draft has gaps. */
@Embeddable
record Terms(
        String reference,
        @Column(name = "start_date") @Nullable LocalDate start,
        @Column(name = "end_date") @Nullable LocalDate end,
        @Enumerated(EnumType.STRING) @Nullable Modality modality,
        String venue,
        @Convert(converter = Codes.class) List<String> hosts,
        boolean allMembers,
        @Convert(converter = Codes.class) List<String> economies,
        String implementing,
        @Nullable Integer overseasPlaces,
        @Nullable Integer localPlaces,
        @Nullable Integer placesPerEconomy,
        String qualifications,
        @Convert(converter = Codes.class) List<String> targetGroups,
        String nominationRule,
        @Nullable LocalDate closingDate,
        String objectives,
        @Convert(converter = Topics.class) List<Topic> topics,
        String financialArrangements,
        String signatory) {

    static final Terms NONE = new Terms(
            "", null, null, null, "", List.of(), true, List.of(), "", null, null, null, "", List.of(), "", null, "",
            List.of(), "", "");

    /** Refuses what no notification may say, whenever it is said. */
    void check(List<String> activeEconomies) {
        LocalDate first = known(start, "the first day");
        LocalDate last = known(end, "the last day");
        LocalDate closing = known(closingDate, "the closing date for nominations");
        known(modality, "the modality");
        int overseas = known(overseasPlaces, "the overseas places");
        int local = known(localPlaces, "the local places");
        refuseIf(last.isBefore(first), "The last day lies before the first day.");
        refuseIf(!closing.isBefore(first), "The closing date for nominations must lie before the first day.");
        refuseIf(overseas < 0 || local < 0, "The number of places cannot be negative.");
        refuseIf(overseas + local == 0, "A project needs at least one place.");
        refuseIf(hosts.isEmpty(), "Please name the host.");
        refuseIf(
                Stream.concat(hosts.stream(), economies.stream()).anyMatch(code -> !activeEconomies.contains(code)),
                "Hosts and participating economies must be active members.");
        refuseIf(!allMembers && economies.isEmpty(), "Please name the participating economies, or choose all members.");
        refuseIf(topics.stream().anyMatch(topic -> topic.day() < 1), "The days of the topics count from 1.");
    }

    /** Refuses dates that have passed; only those that a change touches are asked for. */
    void checkAhead(LocalDate today, @Nullable Terms before) {
        boolean moved = before == null || !Objects.equals(start, before.start) || !Objects.equals(end, before.end);
        boolean closingMoved = before == null || !Objects.equals(closingDate, before.closingDate);
        refuseIf(moved && isPast(start, today), "The first day lies in the past.");
        refuseIf(moved && isPast(end, today), "The last day lies in the past.");
        refuseIf(closingMoved && isPast(closingDate, today), "The closing date for nominations lies in the past.");
    }

    private static boolean isPast(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isBefore(today);
    }

    private static <T> T known(@Nullable T value, String what) {
        if (value == null) {
            throw new Refusal("Please fill in " + what + ".");
        }
        return value;
    }

    private static void refuseIf(boolean wrong, String sentence) {
        if (wrong) {
            throw new Refusal(sentence);
        }
    }
}
