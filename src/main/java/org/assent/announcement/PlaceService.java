package org.assent.announcement;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assent.engine.Refusal;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.CandidateState;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.screening.Place;
import org.assent.screening.Selected;
import org.assent.screening.SelectionFacts;
import org.assent.screening.SelectionRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers places, takes the answers, and passes on what falls vacant. Each verb locks the project's places first. */
@Service
@Transactional
class PlaceService {

    private final Announcements announcements;
    private final ParticipantRegister register;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final SelectionRegister selections;
    private final Clock clock;

    PlaceService(
            Announcements announcements,
            ParticipantRegister register,
            ProjectRegister projects,
            NominationRegister nominations,
            SelectionRegister selections,
            Clock clock) {
        this.announcements = announcements;
        this.register = register;
        this.projects = projects;
        this.nominations = nominations;
        this.selections = selections;
        this.clock = clock;
    }

    /** Announces the approved selection; the place of somebody whose nomination no longer stands goes to the next. */
    void announce(String code) {
        Announcement announcement = lock(code);
        ProjectFacts project = projects.project(code);
        List<Selected> selected = selections
                .selection(code)
                .filter(SelectionFacts::approved)
                .map(SelectionFacts::selected)
                .orElseThrow(() -> new Refusal("The selection is not approved yet, so nothing can be announced."));
        announcement.announce(project.announceOn(), clock.instant());
        List<Selected> gone = new ArrayList<>();
        for (Selected one : selected) {
            candidate(one)
                    .ifPresentOrElse(
                            candidate -> offer(announcement, one, candidate, placesFor(project, selected, one.place())),
                            () -> gone.add(one));
        }
        gone.forEach(one -> next(announcement, code, one.place(), one.economy()).ifPresent(next -> candidate(next)
                .ifPresent(
                        candidate -> offer(announcement, next, candidate, placesFor(project, selected, one.place())))));
    }

    /** A revision may have taken places away since the approval; who was selected is kept (R7). */
    private static int placesFor(ProjectFacts project, List<Selected> selected, Place kind) {
        long promised = selected.stream().filter(one -> one.place() == kind).count();
        return Math.max(places(project, kind == Place.LOCAL), (int) promised);
    }

    /** Economies that have not answered for everybody yet. */
    List<String> economiesToAnswer(String code) {
        return register.participants(code).stream()
                .filter(participant -> participant.state() == ParticipationState.OFFERED)
                .map(ParticipantFacts::economy)
                .distinct()
                .toList();
    }

    /** One answer for everybody of this economy who was offered a place; says who withdraws. */
    List<String> answer(String code, String economy, List<AnswerLine> lines, String who) {
        Announcement announcement = lock(code);
        List<String> withdrawn = new ArrayList<>();
        for (AnswerLine line : lines) {
            String reference = line.reference() == null ? "" : line.reference();
            Participation participation = announcement.participant(reference, economy);
            if (line.answer() == Answer.CONFIRM) {
                participation.accept(who, clock.instant());
            } else if (line.answer() == Answer.WITHDRAW) {
                participation.withdraw(text(line.withdrawalReason()), who, clock.instant());
                withdrawn.add(reference);
            }
        }
        announcement.refuseUnanswered(economy);
        return withdrawn;
    }

    void withdraw(String code, String economy, String reference, String reason, String who) {
        lock(code).participant(reference, economy).withdraw(reason, who, clock.instant());
    }

    /**
     * Gives the place of one who withdrew to the next alternate. Nobody gets it once the sessions have begun, when it
     * has been given already, or when a revision left no more places.
     */
    Optional<String> promote(String code, String withdrawn) {
        Announcement announcement = lock(code);
        ProjectFacts project = projects.project(code);
        Optional<Participation> vacant = announcement
                .find(withdrawn)
                .filter(participation -> participation.state() == ParticipationState.WITHDRAWN)
                .filter(participation -> !sessionsHaveBegun(code))
                .filter(participation ->
                        announcement.taken(participation.local()) < places(project, participation.local()));
        if (vacant.isEmpty()) {
            return Optional.empty();
        }
        Participation left = vacant.get();
        Optional<Selected> next = next(announcement, code, left.local() ? Place.LOCAL : Place.OVERSEAS, left.economy());
        next.ifPresent(one -> announcement.replace(
                left,
                offer(one),
                person(candidate(one).orElseThrow()),
                places(project, left.local()),
                clock.instant()));
        return next.map(Selected::reference);
    }

    String economy(String code, String reference) {
        return participant(code, reference).economy();
    }

    ParticipantFacts participant(String code, String reference) {
        return register.participants(code).stream()
                .filter(participant -> participant.reference().equals(reference))
                .findFirst()
                .orElseThrow();
    }

    /** The participants of one economy who stand in one of these states. */
    List<ParticipantFacts> of(String code, String economy, ParticipationState... states) {
        return register.participants(code).stream()
                .filter(participant -> participant.economy().equals(economy))
                .filter(participant -> List.of(states).contains(participant.state()))
                .toList();
    }

    private boolean sessionsHaveBegun(String code) {
        Instant now = clock.instant();
        return register.sessions(code).stream()
                .findFirst()
                .map(first -> !now.isBefore(first.startsAt()))
                .orElse(false);
    }

    private Optional<Selected> next(Announcement announcement, String code, Place kind, String economy) {
        Set<String> offered = announcement.participations().stream()
                .map(Participation::reference)
                .collect(toSet());
        return selections.nextAlternate(code, kind, economy, offered);
    }

    private void offer(Announcement announcement, Selected one, CandidateFacts candidate, int places) {
        announcement.offer(offer(one), person(candidate), places, clock.instant());
    }

    private Optional<CandidateFacts> candidate(Selected one) {
        return nominations
                .candidate(one.projectCode(), one.reference())
                .filter(candidate -> candidate.state() != CandidateState.WITHDRAWN);
    }

    private static Offer offer(Selected one) {
        return new Offer(one.reference(), one.economy(), one.local());
    }

    private static Person person(CandidateFacts candidate) {
        return new Person(
                candidate.familyName(),
                candidate.givenName(),
                candidate.displayName(),
                candidate.email(),
                candidate.position(),
                candidate.organization());
    }

    private static int places(ProjectFacts project, boolean local) {
        return local ? project.localPlaces() : project.overseasPlaces();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Announcement lock(String code) {
        return announcements
                .lock(code)
                .orElseThrow(() -> new Refusal("The announcement of this project has not been opened yet."));
    }
}
