package org.assent.project;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a project, one verb per step of its model. */
@Service
@Transactional
class ProjectService {

    private final Projects projects;
    private final Membership members;
    private final Clock clock;

    ProjectService(Projects projects, Membership members, Clock clock) {
        this.projects = projects;
        this.members = members;
        this.clock = clock;
    }

    /** @param imported the first draft as a document has it; nothing where it will be typed */
    void register(String code, String title, String by, List<ImportedDraft> imported) {
        if (projects.existsByCode(code)) {
            throw known(code);
        }
        Project project = new Project(code, title, by);
        imported.forEach(document -> {
            project.draft(title, document.terms());
            project.leaveUnread(document.unread());
        });
        try {
            projects.saveAndFlush(project);
        } catch (DataIntegrityViolationException plannedAtTheSameMoment) {
            throw known(code);
        }
    }

    private static Refusal known(String code) {
        return new Refusal("The project " + code + " is known already, so it cannot be planned a second time.");
    }

    void draft(String code, String title, Terms terms) {
        terms.check(members.active());
        project(code).draft(title, terms);
    }

    void decide(String code, DecisionStep step, boolean approved, String remark, String by) {
        project(code).decided(step, approved, remark, by, clock.instant());
    }

    void issue(String code, int announcementLead, int firstReminderLead, int secondReminderLead) {
        project(code).issue(today(), members.active(), announcementLead, firstReminderLead, secondReminderLead);
    }

    List<String> participating(String code) {
        return members.participating(project(code).latest().terms());
    }

    String host(String code) {
        return project(code).latest().terms().hosts().get(0);
    }

    Instant closingAt(String code) {
        return project(code).deadlines().closingAt();
    }

    void enter(String code, ProjectState phase) {
        project(code).enter(phase);
    }

    void proposeChange(String code, ChangeProposal proposal, String by) {
        project(code).proposeChange(proposal, by, today(), members.active());
    }

    ChangeKind decideChange(String code, boolean approved, String remark, String by) {
        decide(code, DecisionStep.CHANGE, approved, remark, by);
        return project(code).decideChange(approved, by, today(), members.active());
    }

    /** Says whether nominations are open again. */
    boolean revise(String code) {
        return project(code).revise(clock.instant(), today(), members::name, participating(code));
    }

    void postpone(String code) {
        project(code).postpone();
    }

    void cancel(String code) {
        project(code).cancel();
    }

    /** Says whether a window was opened. */
    boolean openWindow(String code, List<String> economies, String reason, @Nullable LocalDate until, String by) {
        return project(code).openWindow(economies, reason, until, by, clock.instant(), today(), participating(code));
    }

    void evaluate(String code, int rating, String evaluation, String by) {
        project(code).evaluate(rating, evaluation, by);
    }

    void archive(String code) {
        project(code).archive(today());
    }

    /** For whom nominations were last opened again, until when and why. */
    Reopening reopened(String code) {
        return project(code).lastReopening();
    }

    private Project project(String code) {
        return projects.findByCode(code).orElseThrow(() -> new Refusal("There is no project with the code given."));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.SECRETARIAT);
    }
}
