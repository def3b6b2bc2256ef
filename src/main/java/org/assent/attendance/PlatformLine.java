package org.assent.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** What the report of the meeting platform says of one participant in one session; minutes and percent rounded down. */
@Entity
class PlatformLine {

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private int session;
    private String reference;
    private long minutes;
    private int percent;
    private String verdict;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PlatformLine() {}

    PlatformLine(String projectCode, int session, AttendanceMatch.Result result) {
        this.projectCode = projectCode;
        this.session = session;
        this.reference = result.person().reference();
        this.minutes = result.minutes();
        this.percent = result.percent();
        this.verdict = result.verdict().name();
    }

    String reference() {
        return reference;
    }

    boolean says(AttendanceMatch.Verdict what) {
        return verdict.equals(what.name());
    }

    /** As the host reads it beside the name. */
    String text() {
        return says(AttendanceMatch.Verdict.UNCLEAR) ? "unclear: a similar name" : minutes + " min (" + percent + " %)";
    }
}
