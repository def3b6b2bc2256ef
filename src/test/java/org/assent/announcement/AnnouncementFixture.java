package org.assent.announcement;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Programmes and participants for tests that do not walk the process: straight through the entities. Public: the tests
 * of attendance, certification and the pages use it.
 */
@Component
@Transactional
public class AnnouncementFixture {

    private final Announcements announcements;
    private final ProjectRegister projects;

    AnnouncementFixture(Announcements announcements, ProjectRegister projects) {
        this.announcements = announcements;
        this.projects = projects;
    }

    /**
     * The whole of it for an issued project: one session a day, announced in time; LK-1 (local), BD-1, TR-1 and VN-1
     * confirmed, IN-1 not answered yet, NP-1 withdrawn.
     */
    public void confirmedParticipants(String code) {
        announced(code);
        confirmed(code, "LK-1", "LK", true, "Nimal", "Perera", "nimal.perera@example.org");
        confirmed(code, "BD-1", "BD", false, "রহিমা", "খাতুন", "rahima.khatun@example.org");
        confirmed(code, "TR-1", "TR", false, "İpek", "Işık", "ipek.isik@example.org");
        confirmed(code, "VN-1", "VN", false, "Việt", "Nguyễn", "viet.nguyen@example.org");
        offered(code, "IN-1", "IN", false, "Asha", "Rao", "asha.rao@example.org");
        offered(code, "NP-1", "NP", false, "Maya", "Thapa", "maya.thapa@example.org");
        withdrawn(code, "NP-1");
    }

    /** A programme with one session on each day of the project, 14:00 to 17:00 where the host is, not yet announced. */
    public void programme(String code) {
        programme(code, 1);
    }

    /** The same with several sessions a day, an hour each, from 9 on. */
    public void programme(String code, int sessionsPerDay) {
        ProjectFacts project = projects.project(code);
        ProjectDays days = new ProjectDays(
                project.start(), project.end(), projects.economy(project.host()).zone());
        List<SessionLine> sessions = IntStream.rangeClosed(1, days.count())
                .boxed()
                .flatMap(day -> IntStream.range(0, sessionsPerDay)
                        .mapToObj(n -> new SessionLine(
                                "Day %d, session %d".formatted(day, n + 1),
                                days.date(day),
                                LocalTime.of(sessionsPerDay == 1 ? 14 : 9 + n, 0),
                                LocalTime.of(sessionsPerDay == 1 ? 17 : 10 + n, 0),
                                "Prof. Hana Sato")))
                .toList();
        Announcement announcement =
                announcements.findByProjectCode(code).orElseGet(() -> announcements.save(new Announcement(code)));
        announcement.completeProgramme(
                sessions,
                List.of(new SpeakerLine(
                        "Prof. Hana Sato",
                        "Professor",
                        "Institute of Public Sector Studies",
                        "Japan",
                        SpeakerOrigin.OVERSEAS,
                        "hana.sato@example.org",
                        "Works on performance agreements.")),
                false,
                days,
                "programme-officer",
                project.announceAt());
    }

    /** With a programme, announced on the day it was due. */
    public void announced(String code) {
        programme(code);
        ProjectFacts project = projects.project(code);
        announcements.findByProjectCode(code).orElseThrow().announce(project.announceOn(), project.announceAt());
    }

    public void offered(
            String code,
            String reference,
            String economy,
            boolean local,
            String givenName,
            String familyName,
            String email) {
        ProjectFacts project = projects.project(code);
        announcements
                .findByProjectCode(code)
                .orElseThrow()
                .offer(
                        new Offer(reference, economy, local),
                        new Person(
                                familyName,
                                givenName,
                                givenName + " " + familyName,
                                email,
                                "Deputy Director",
                                "Ministry of Public Administration"),
                        local ? project.localPlaces() : project.overseasPlaces(),
                        project.announceAt());
    }

    public void confirmed(
            String code,
            String reference,
            String economy,
            boolean local,
            String givenName,
            String familyName,
            String email) {
        offered(code, reference, economy, local, givenName, familyName, email);
        participation(code, reference)
                .accept(
                        "npo-" + economy.toLowerCase(Locale.ROOT),
                        projects.project(code).announceAt());
    }

    public void withdrawn(String code, String reference) {
        participation(code, reference)
                .withdraw(
                        "Called to other duties", "npo", projects.project(code).announceAt());
    }

    private Participation participation(String code, String reference) {
        return announcements
                .findByProjectCode(code)
                .flatMap(announcement -> announcement.find(reference))
                .orElseThrow();
    }
}
