package org.assent.project;

import static java.util.Objects.requireNonNull;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A project from its plan on, with every version of its notification. */
@Entity
class Project {

    /** Year, unit, serial, programme, type, run: 22-CL-15-GE-WSP-A. */
    private static final Pattern CODE = Pattern.compile("[0-9]{2}-[A-Z]{2}-[0-9]{2}-[A-Z]{2,3}-[A-Z]{3}-[A-Z]");

    @Id
    @GeneratedValue
    private long id;

    private String code;
    private String title;

    @Enumerated(EnumType.STRING)
    private ProjectState state = ProjectState.PLANNED;

    @Enumerated(EnumType.STRING)
    private @Nullable ProjectState stateBefore;

    private String plannedBy;
    private @Nullable Integer announcementLead;
    private @Nullable Integer firstReminderLead;
    private @Nullable Integer secondReminderLead;
    private String unread = "";
    private @Nullable Integer rating;
    private @Nullable String evaluation;
    private @Nullable String evaluatedBy;
    private @Nullable LocalDate archivedOn;

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("number")
    private List<Notification> notifications = new ArrayList<>();

    @OneToMany(mappedBy = "project", cascade = CascadeType.ALL)
    @OrderBy("id")
    private List<ProjectChange> changes = new ArrayList<>();

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected Project() {}

    Project(String code, String title, String plannedBy) {
        if (!CODE.matcher(code).matches()) {
            throw new Refusal("A project code looks like 22-CL-15-GE-WSP-A: year, unit, serial number, programme, type"
                    + " and run, with hyphens and in capitals.");
        }
        this.code = code;
        this.title = title;
        this.plannedBy = plannedBy;
    }

    /** Keeps the draft of the first version; later versions come from decided changes only. */
    void draft(String title, Terms terms) {
        if (state != ProjectState.PLANNED) {
            throw new Refusal("The notification of this project has been issued; it is changed by a revision.");
        }
        this.title = title;
        if (notifications.isEmpty()) {
            notifications.add(new Notification(this, 1, terms));
        } else {
            notifications.get(0).redraft(terms);
        }
    }

    /** The first issue; from here on the deadlines hold. */
    void issue(LocalDate today, int announcementLead, int firstReminderLead, int secondReminderLead) {
        latest().issue(today);
        this.announcementLead = announcementLead;
        this.firstReminderLead = firstReminderLead;
        this.secondReminderLead = secondReminderLead;
        this.state = ProjectState.NOTIFIED;
    }

    boolean isIssued() {
        return !notifications.isEmpty() && notifications.get(0).isIssued();
    }

    Optional<Notification> draft() {
        return notifications.isEmpty() ? Optional.empty() : Optional.of(latest());
    }

    Notification latest() {
        return notifications.get(notifications.size() - 1);
    }

    Deadlines deadlines() {
        Terms terms = latest().terms();
        return new Deadlines(
                requireNonNull(terms.start()),
                requireNonNull(terms.closingDate()),
                requireNonNull(announcementLead),
                requireNonNull(firstReminderLead),
                requireNonNull(secondReminderLead));
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    ProjectState state() {
        return state;
    }

    List<ChangeFacts> changes() {
        return changes.stream().map(ProjectChange::facts).toList();
    }

    ProjectLine line() {
        return new ProjectLine(code, title, state);
    }
}
