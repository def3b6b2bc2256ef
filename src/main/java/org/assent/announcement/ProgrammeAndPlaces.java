package org.assent.announcement;

import java.util.List;
import java.util.function.Function;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from our tables. */
@Component
@Transactional(readOnly = true)
class ProgrammeAndPlaces implements ParticipantRegister {

    private final Announcements announcements;
    private final ProjectRegister projects;

    ProgrammeAndPlaces(Announcements announcements, ProjectRegister projects) {
        this.announcements = announcements;
        this.projects = projects;
    }

    @Override
    public List<ParticipantFacts> participants(String code) {
        return list(code, announcement -> announcement.participations().stream()
                .map(Participation::facts)
                .toList());
    }

    @Override
    public List<ParticipantFacts> confirmed(String code) {
        return participants(code).stream()
                .filter(participant -> participant.state() == ParticipationState.ACCEPTED)
                .toList();
    }

    @Override
    public List<SessionFacts> sessions(String code) {
        return list(code, announcement -> {
            ProjectDays days = days(code);
            return announcement.sessions().stream()
                    .map(session -> session.facts(days))
                    .toList();
        });
    }

    @Override
    public List<SpeakerFacts> speakers(String code) {
        return list(code, announcement -> announcement.speakers().stream()
                .map(Speaker::facts)
                .toList());
    }

    @Override
    public AnnouncementFacts announcement(String code) {
        ProjectFacts project = projects.project(code);
        return announcements
                .findByProjectCode(code)
                .map(announcement -> announcement.facts(project.announceOn()))
                .orElseGet(() -> new AnnouncementFacts(project.announceOn(), null, false, false));
    }

    @Override
    public byte[] participantList(String code) {
        return ParticipantList.of(
                projects.project(code), confirmed(code), iso2 -> economy(iso2).name());
    }

    private EconomyFacts economy(String iso2) {
        return projects.economy(iso2);
    }

    /** The project's days as its latest notification has them, in the time of the first host. */
    private ProjectDays days(String code) {
        ProjectFacts project = projects.project(code);
        return new ProjectDays(
                project.start(), project.end(), economy(project.host()).zone());
    }

    private <T> List<T> list(String code, Function<Announcement, List<T>> read) {
        return announcements.findByProjectCode(code).map(read).orElseGet(List::of);
    }
}
