package org.assent.announcement;

import static java.util.stream.Collectors.joining;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.screening.SelectionFacts;
import org.assent.screening.SelectionRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prepares the announcement: its dates, its programme, what is missing. */
@Service
@Transactional
class AnnouncementService {

    private final Announcements announcements;
    private final ParticipantRegister register;
    private final ProjectRegister projects;
    private final SelectionRegister selections;
    private final Clock clock;

    AnnouncementService(
            Announcements announcements,
            ParticipantRegister register,
            ProjectRegister projects,
            SelectionRegister selections,
            Clock clock) {
        this.announcements = announcements;
        this.register = register;
        this.projects = projects;
        this.selections = selections;
        this.clock = clock;
    }

    AnnouncementDates open(String code) {
        if (announcements.findByProjectCode(code).isEmpty()) {
            announcements.save(new Announcement(code));
        }
        return dates(code);
    }

    /** Until there is a programme, the first session is taken to begin with the first day. */
    AnnouncementDates dates(String code) {
        ProjectFacts project = projects.project(code);
        Instant firstSession = register.sessions(code).stream()
                .map(SessionFacts::startsAt)
                .findFirst()
                .orElseGet(() -> project.start().atStartOfDay(days(code).zone()).toInstant());
        return new AnnouncementDates(project.announceAt(), project.readinessAt(), firstSession);
    }

    AnnouncementDates completeProgramme(
            String code, List<SessionLine> sessions, List<SpeakerLine> speakers, boolean freeDays, String who) {
        announcement(code).completeProgramme(sessions, speakers, freeDays, days(code), who, clock.instant());
        return dates(code);
    }

    boolean isReady(String code) {
        return missing(code).isEmpty();
    }

    List<MissingPart> missing(String code) {
        List<MissingPart> missing = new ArrayList<>();
        if (!register.announcement(code).programmeCompleted()) {
            missing.add(new MissingPart("The programme and the list of speakers", "Programme officers"));
        }
        boolean approved =
                selections.selection(code).map(SelectionFacts::approved).orElse(false);
        if (!approved) {
            missing.add(new MissingPart("The approved selection", "Programme officers (screening)"));
        }
        return missing;
    }

    void instruct(String code, String instruction, String who) {
        String missing = missing(code).stream().map(MissingPart::what).collect(joining("; "));
        announcement(code).instruct(instruction, missing, who, clock.instant());
    }

    List<DelayInstruction> instructions(String code) {
        return List.copyOf(announcement(code).instructions());
    }

    List<Speaker> speakers(String code) {
        return List.copyOf(announcement(code).speakers());
    }

    /** In the order in which they are held. */
    List<ProgrammeSession> sessions(String code) {
        return List.copyOf(announcement(code).sessions());
    }

    ProjectDays days(String code) {
        ProjectFacts project = projects.project(code);
        return new ProjectDays(
                project.start(), project.end(), projects.economy(project.host()).zone());
    }

    private Announcement announcement(String code) {
        return announcements
                .findByProjectCode(code)
                .orElseThrow(() -> new Refusal("The announcement of this project has not been opened yet."));
    }
}
