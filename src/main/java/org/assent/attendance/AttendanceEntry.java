package org.assent.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;

/** One participant's presence in one session; a correction keeps the old entry in the contest's record. */
@Entity
class AttendanceEntry {

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private int session;
    private String reference;
    private String economy;

    @Enumerated(EnumType.STRING)
    private Presence presence;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AttendanceEntry() {}

    AttendanceEntry(String projectCode, int session, String reference, String economy, Presence presence) {
        this.projectCode = projectCode;
        this.session = session;
        this.reference = reference;
        this.economy = economy;
        this.presence = presence;
    }

    void correct(Presence now) {
        presence = now;
    }

    String projectCode() {
        return projectCode;
    }

    int session() {
        return session;
    }

    String reference() {
        return reference;
    }

    String economy() {
        return economy;
    }

    Presence presence() {
        return presence;
    }
}
