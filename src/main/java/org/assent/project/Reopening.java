package org.assent.project;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Nominations opened again, for some economies and until a date. */
@Entity
class Reopening {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Project project;

    @Convert(converter = Codes.class)
    private List<String> economies;

    private String reason;
    private LocalDate closingDate;
    private boolean replacement;
    private String openedBy;
    private Instant openedAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Reopening() {}

    Reopening(
            Project project,
            List<String> economies,
            String reason,
            LocalDate closingDate,
            boolean replacement,
            String by,
            Instant at) {
        this.project = project;
        this.economies = economies;
        this.reason = reason;
        this.closingDate = closingDate;
        this.replacement = replacement;
        this.openedBy = by;
        this.openedAt = at;
    }

    List<String> economies() {
        return economies;
    }

    LocalDate closingDate() {
        return closingDate;
    }

    String reason() {
        return reason;
    }

    ReopeningFacts facts() {
        return new ReopeningFacts(openedAt, Deadlines.endOf(closingDate), reason, replacement);
    }
}
