package org.assent.announcement;

import static java.util.Comparator.comparing;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A project's programme and the places that were offered when it was announced. */
@Entity
class Announcement {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private @Nullable Instant programmeCompletedAt;
    private @Nullable String programmeCompletedBy;
    private @Nullable Instant announcedAt;
    private @Nullable LocalDate dueOn;
    private boolean late;

    @OneToMany(mappedBy = "announcement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("number")
    private List<ProgrammeSession> sessions = new ArrayList<>();

    @OneToMany(mappedBy = "announcement", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("id")
    private List<Speaker> speakers = new ArrayList<>();

    @OneToMany(mappedBy = "announcement", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<DelayInstruction> instructions = new ArrayList<>();

    @OneToMany(mappedBy = "announcement", cascade = CascadeType.ALL)
    @OrderBy("economy, reference")
    private List<Participation> participations = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Announcement() {}

    Announcement(String projectCode) {
        this.projectCode = projectCode;
    }

    /** @param freeDays whether days without a session are meant */
    void completeProgramme(
            List<SessionLine> lines,
            List<SpeakerLine> people,
            boolean freeDays,
            ProjectDays days,
            String who,
            Instant when) {
        if (announcedAt != null) {
            throw new Refusal("The programme has been announced already.");
        }
        if (people.isEmpty()) {
            throw new Refusal("The programme needs at least one speaker.");
        }
        List<ProgrammeSession> held = lines.stream()
                .map(line -> ProgrammeSession.of(this, line, days))
                .sorted(comparing(session -> session.startsAt(days)))
                .toList();
        refuseOverlaps(held, days);
        refuseEmptyDays(held, freeDays, days);
        sessions.clear();
        for (ProgrammeSession session : held) {
            sessions.add(session);
            session.number(sessions.size());
        }
        speakers.clear();
        people.forEach(person -> speakers.add(new Speaker(this, person)));
        programmeCompletedBy = who;
        programmeCompletedAt = when;
    }

    private static void refuseOverlaps(List<ProgrammeSession> held, ProjectDays days) {
        for (int next = 1; next < held.size(); next++) {
            ProgrammeSession earlier = held.get(next - 1);
            ProgrammeSession later = held.get(next);
            if (later.startsAt(days).isBefore(earlier.endsAt(days))) {
                throw new Refusal("“%s” and “%s” overlap.".formatted(earlier.title(), later.title()));
            }
        }
    }

    private static void refuseEmptyDays(List<ProgrammeSession> held, boolean freeDays, ProjectDays days) {
        Set<Integer> filled = held.stream().map(ProgrammeSession::dayNumber).collect(Collectors.toSet());
        if (filled.isEmpty()) {
            throw new Refusal("The programme needs at least one session.");
        }
        IntStream.rangeClosed(1, days.count())
                .filter(day -> !freeDays && !filled.contains(day))
                .findFirst()
                .ifPresent(day -> {
                    throw new Refusal("There is no session on %s. Please add one, or say that the day is free."
                            .formatted(days.date(day).format(ProjectDays.DATE)));
                });
    }

    boolean programmeCompleted() {
        return programmeCompletedAt != null;
    }

    void instruct(String instruction, String missing, String who, Instant when) {
        instructions.add(new DelayInstruction(this, instruction.strip(), missing, who, when));
    }

    /** Names do not go out without programme and speakers (R5); a day later than due in Tokyo is late, and stays so. */
    void announce(LocalDate due, Instant now) {
        if (!programmeCompleted()) {
            throw new Refusal("The programme is not complete yet, so nothing can be announced.");
        }
        if (announcedAt != null) {
            throw new Refusal("The selected participants have been announced already.");
        }
        announcedAt = now;
        dueOn = due;
        late = LocalDate.ofInstant(now, TOKYO).isAfter(due);
    }

    /** @param places how many there are of this kind (R4) */
    Participation offer(Offer offer, Person person, int places, Instant now) {
        if (announcedAt == null) {
            throw new Refusal("Places are offered once the selected participants have been announced.");
        }
        if (taken(offer.local()) >= places) {
            throw new Refusal("All %s places have been given.".formatted(offer.local() ? "local" : "overseas"));
        }
        if (find(offer.reference()).isPresent()) {
            throw new Refusal("Candidate %s has been offered a place already.".formatted(offer.reference()));
        }
        Participation participation = new Participation(this, offer, person, now);
        participations.add(participation);
        return participation;
    }

    /** Gives the place of one who withdrew to the next. */
    void replace(Participation withdrawn, Offer offer, Person person, int places, Instant now) {
        withdrawn.replaceBy(offer.reference());
        offer(offer, person, places, now);
    }

    long taken(boolean local) {
        return participations.stream()
                .filter(participation -> participation.local() == local)
                .filter(participation -> participation.state().takesPlace())
                .count();
    }

    Optional<Participation> find(String reference) {
        return participations.stream()
                .filter(participation -> participation.reference().equals(reference))
                .findFirst();
    }

    /** One of this economy's participants: an NPO answers for nobody else's. */
    Participation participant(String reference, String economy) {
        return find(reference)
                .filter(participation -> participation.economy().equals(economy))
                .orElseThrow(() -> new Refusal("Your economy has no such participant."));
    }

    /** An NPO answers once, for all of its participants. */
    void refuseUnanswered(String economy) {
        participations.stream()
                .filter(participation -> participation.economy().equals(economy))
                .filter(participation -> participation.state() == ParticipationState.OFFERED)
                .findFirst()
                .ifPresent(participation -> {
                    throw new Refusal("Please answer for each participant: %s is still open."
                            .formatted(participation.reference()));
                });
    }

    List<ProgrammeSession> sessions() {
        return sessions;
    }

    List<Speaker> speakers() {
        return speakers;
    }

    List<DelayInstruction> instructions() {
        return instructions;
    }

    List<Participation> participations() {
        return participations;
    }

    @Nullable
    Instant announcedAt() {
        return announcedAt;
    }

    boolean late() {
        return late;
    }

    AnnouncementFacts facts(LocalDate due) {
        return new AnnouncementFacts(dueOn == null ? due : dueOn, announcedAt, late, programmeCompleted());
    }
}
