package org.assent.attendance;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** One session of a project as far as attendance goes: held or not, and recorded by whom. */
@Entity
class HeldSession {

    @Id
    @GeneratedValue
    private long id;

    private String projectCode;
    private int session;
    /** Unknown until the attendance is recorded. */
    private @Nullable Boolean held;

    private @Nullable String notHeldReason;
    private @Nullable String recordedBy;
    private @Nullable Instant recordedAt;
    private @Nullable String reportSummary;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected HeldSession() {}

    HeldSession(String projectCode, int session) {
        this.projectCode = projectCode;
        this.session = session;
    }

    void wasHeld(String by, Instant at) {
        record(by, at);
        held = true;
    }

    /** A session that was not held counts for nobody. */
    void wasNotHeld(@Nullable String reason, String by, Instant at) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("Please say why the session was not held.");
        }
        record(by, at);
        held = false;
        notHeldReason = reason.strip();
    }

    private void record(String by, Instant at) {
        if (isRecorded()) {
            throw new Refusal("The attendance of this session has already been recorded; an NPO may contest an entry.");
        }
        recordedBy = by;
        recordedAt = at;
    }

    /** What the report of the meeting platform gave, in a sentence or two; a later report replaces an earlier one. */
    void reported(String summary) {
        if (isRecorded()) {
            throw new Refusal("The attendance of this session has already been recorded, so a report comes too late.");
        }
        reportSummary = summary;
    }

    boolean isRecorded() {
        return held != null;
    }

    boolean isHeld() {
        return Boolean.TRUE.equals(held);
    }

    int session() {
        return session;
    }

    @Nullable
    String notHeldReason() {
        return notHeldReason;
    }

    @Nullable
    String reportSummary() {
        return reportSummary;
    }

    @Nullable
    String recordedBy() {
        return recordedBy;
    }
}
