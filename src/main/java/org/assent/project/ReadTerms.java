package org.assent.project;

import static java.util.Objects.requireNonNullElse;

import java.util.List;
import java.util.Map;
import org.assent.notification.ReadNotification;
import org.jspecify.annotations.Nullable;

/** Turns what was read from a document into a draft; what was not read stays empty, for an official to fill in. */
final class ReadTerms {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("reference", "reference"),
            Map.entry("startDate", "first day"),
            Map.entry("endDate", "last day"),
            Map.entry("days", "number of days"),
            Map.entry("hosts", "hosts"),
            Map.entry("venue", "venue"),
            Map.entry("modality", "modality"),
            Map.entry("implementingOrganizations", "implementing organizations"),
            Map.entry("participating", "participating economies"),
            Map.entry("overseasPlaces", "overseas places"),
            Map.entry("localPlaces", "local places"),
            Map.entry("qualifications", "qualifications of participants"),
            Map.entry("nominationRule", "nomination of participants"),
            Map.entry("closingDate", "closing date for nominations"),
            Map.entry("objectives", "objectives"),
            Map.entry("topics", "indicative topics"),
            Map.entry("financialArrangements", "financial arrangements"),
            Map.entry("signatory", "signatory"),
            Map.entry("apoMeetsOverseasResourcePersons", "financial arrangements"),
            Map.entry("maxLocalHonoraria", "financial arrangements"),
            Map.entry("hostMeetsSiteVisits", "financial arrangements"),
            Map.entry("revisionNumber", "revision"),
            Map.entry("revisionDate", "revision"),
            Map.entry("signatoryPost", "signatory"),
            Map.entry("dateOfIssue", "date of issue"),
            Map.entry("projectCode", "project code"),
            Map.entry("title", "title"));

    private ReadTerms() {}

    static ImportedDraft draft(ReadNotification read, List<String> unread) {
        return new ImportedDraft(
                terms(read),
                unread.stream()
                        .map(field -> WORDS.getOrDefault(field, field))
                        .distinct()
                        .toList());
    }

    static @Nullable Modality modality(ReadNotification read) {
        if (read.modality() == ReadNotification.Modality.DIGITAL_MULTICOUNTRY) {
            return Modality.DIGITAL;
        }
        return read.modality() == ReadNotification.Modality.FACE_TO_FACE ? Modality.FACE_TO_FACE : null;
    }

    private static Terms terms(ReadNotification read) {
        ReadNotification.Participating invited =
                requireNonNullElse(read.participating(), new ReadNotification.Participating(false, List.of()));
        return new Terms(
                text(read.reference()),
                read.startDate(),
                read.endDate(),
                modality(read),
                text(read.venue()),
                read.hostCodes(),
                invited.allMembers(),
                invited.economies(),
                text(read.implementingOrganizations()),
                read.overseasPlaces(),
                read.localPlaces(),
                null,
                text(read.qualifications()),
                List.of(),
                text(read.nominationRule()),
                read.closingDate(),
                String.join("\n", read.objectives()),
                read.topics().stream()
                        .flatMap(day -> day.topics().stream().map(topic -> new Topic(day.number(), topic)))
                        .toList(),
                String.join("\n", read.financialArrangements().lines()),
                signatory(read));
    }

    private static String signatory(ReadNotification read) {
        String post = read.signatoryPost() == null ? "" : ", " + read.signatoryPost();
        return read.signatory() == null ? "" : read.signatory() + post;
    }

    private static String text(@Nullable String read) {
        return read == null ? "" : read;
    }
}
