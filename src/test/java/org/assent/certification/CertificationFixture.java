package org.assent.certification;

import java.util.List;
import java.util.Optional;
import org.assent.announcement.AnnouncementFixture;
import org.assent.attendance.AttendanceFixture;
import org.assent.certification.CertificationProcess.SignOff;
import org.springframework.stereotype.Component;

/** Printed certificates for tests that do not walk the process. Public: the tests of the pages use it. */
@Component
public class CertificationFixture {

    private final AnnouncementFixture announcements;
    private final AttendanceFixture attendance;
    private final CertificationService certificates;

    CertificationFixture(
            AnnouncementFixture announcements, AttendanceFixture attendance, CertificationService certificates) {
        this.announcements = announcements;
        this.attendance = attendance;
        this.certificates = certificates;
    }

    /**
     * Three sessions, the last of which was not held: LK-1 and BD-1 attended both, VN-1 missed the second, TR-1 never
     * came, IN-1 never answered, NP-1 withdrew.
     */
    public void attended(String code) {
        announcements.confirmedParticipants(code);
        attendance.held(code, 1, List.of("LK-1", "BD-1", "VN-1"), List.of("TR-1"));
        attendance.held(code, 2, List.of("LK-1", "BD-1"), List.of("TR-1", "VN-1"));
        attendance.notHeld(code, 3);
    }

    /** Participants, and no session that was held. */
    void unheld(String code) {
        announcements.confirmedParticipants(code);
        attendance.notHeld(code, 1);
    }

    /** As after the sessions, with the certificates of LK-1 and BD-1 signed and printed. */
    public void issued(String code) {
        attended(code);
        certificates.determine(code, Optional.empty(), "system");
        certificates.conclude(code, SignOff.SIGN, "", "secretary-general");
        certificates.unprinted(code).forEach(certificates::print);
    }

    public void revoked(String code, String serial) {
        certificates.revoke(code, serial, "Somebody else took part in this name", "secretary-general");
    }
}
