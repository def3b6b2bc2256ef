package org.assent.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** An objection of an NPO to one entry, and what became of it: old and new entry, both reasons, who and when. */
@Entity
class AttendanceContest {

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private int session;
    private String reference;
    private String economy;
    private String contestedBy;
    private Instant contestedAt;
    private String contestReason;

    @Enumerated(EnumType.STRING)
    private Presence oldPresence;

    @Enumerated(EnumType.STRING)
    private @Nullable Presence newPresence;

    private @Nullable String correctionReason;
    private @Nullable String correctedBy;
    private @Nullable Instant correctedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected AttendanceContest() {}

    AttendanceContest(AttendanceEntry entry, String by, Instant at, String reason) {
        if (reason.isBlank()) {
            throw new Refusal("Please say why you contest the entry.");
        }
        this.projectCode = entry.projectCode();
        this.session = entry.session();
        this.reference = entry.reference();
        this.economy = entry.economy();
        this.oldPresence = entry.presence();
        this.contestedBy = by;
        this.contestedAt = at;
        this.contestReason = reason.strip();
    }

    void decide(Presence now, String reason, String by, Instant at) {
        if (newPresence != null) {
            throw new Refusal("This objection has already been decided.");
        }
        newPresence = now;
        correctionReason = reason;
        correctedBy = by;
        correctedAt = at;
    }

    boolean isOpen() {
        return newPresence == null;
    }

    long id() {
        return id;
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

    String contestReason() {
        return contestReason;
    }

    String contestedBy() {
        return contestedBy;
    }

    Presence oldPresence() {
        return oldPresence;
    }

    @Nullable
    Presence newPresence() {
        return newPresence;
    }

    @Nullable
    String correctionReason() {
        return correctionReason;
    }
}
