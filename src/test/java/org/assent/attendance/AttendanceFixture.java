package org.assent.attendance;

import java.time.ZoneId;
import java.util.List;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Recorded sessions for tests that do not walk the process: straight through the entities. Public: the tests of
 * certification and the pages use it.
 */
@Component
@Transactional
public class AttendanceFixture {

    private final Sessions sessions;
    private final Entries entries;
    private final ProjectRegister projects;

    AttendanceFixture(Sessions sessions, Entries entries, ProjectRegister projects) {
        this.sessions = sessions;
        this.entries = entries;
        this.projects = projects;
    }

    /** A session that was held, recorded by the host at the end of the project; references as {@code LK-1}. */
    public void held(String code, int session, List<String> present, List<String> absent) {
        session(code, session)
                .wasHeld(
                        "npo-lk",
                        projects.project(code)
                                .end()
                                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                                .toInstant());
        present.forEach(reference -> entry(code, session, reference, Presence.PRESENT));
        absent.forEach(reference -> entry(code, session, reference, Presence.ABSENT));
    }

    public void notHeld(String code, int session) {
        session(code, session)
                .wasNotHeld(
                        "The line was down",
                        "npo-lk",
                        projects.project(code)
                                .end()
                                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                                .toInstant());
    }

    /** As after a contested entry. */
    public void corrected(String code, int session, String reference, boolean present) {
        entries.findByProjectCodeAndSessionAndReference(code, session, reference)
                .orElseThrow()
                .correct(present ? Presence.PRESENT : Presence.ABSENT);
    }

    private HeldSession session(String code, int session) {
        return sessions.findByProjectCodeAndSession(code, session)
                .orElseGet(() -> sessions.save(new HeldSession(code, session)));
    }

    private void entry(String code, int session, String reference, Presence presence) {
        entries.save(new AttendanceEntry(code, session, reference, reference.split("-")[0], presence));
    }
}
