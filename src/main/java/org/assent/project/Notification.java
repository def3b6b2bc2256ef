package org.assent.project;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of a project notification; once issued it never changes, a change is the next version. */
@Entity
class Notification {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Project project;

    private int number;

    @Embedded
    private Terms terms;

    private @Nullable LocalDate issuedOn;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Notification() {}

    Notification(Project project, int number, Terms terms) {
        this.project = project;
        this.number = number;
        this.terms = terms;
    }

    void redraft(Terms terms) {
        if (isIssued()) {
            throw new IllegalStateException("An issued version is never redrafted");
        }
        this.terms = terms;
    }

    void issue(LocalDate today) {
        this.issuedOn = today;
    }

    boolean isIssued() {
        return issuedOn != null;
    }

    LocalDate issuedOn() {
        return requireNonNull(issuedOn);
    }

    int number() {
        return number;
    }

    Terms terms() {
        return terms;
    }
}
