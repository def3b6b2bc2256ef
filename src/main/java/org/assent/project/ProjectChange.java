package org.assent.project;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.LocalDate;

/** One line of the change history that a revision carries. */
@Entity
class ProjectChange {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    private Project project;

    private int revision;
    private LocalDate changedOn;
    private String clause;
    private String modification;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ProjectChange() {}

    ProjectChange(Project project, int revision, LocalDate changedOn, String clause, String modification) {
        this.project = project;
        this.revision = revision;
        this.changedOn = changedOn;
        this.clause = clause;
        this.modification = modification;
    }

    ChangeFacts facts() {
        return new ChangeFacts(revision, changedOn, clause, modification);
    }
}
