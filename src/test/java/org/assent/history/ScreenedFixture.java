package org.assent.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assent.nomination.EnglishLevel;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/**
 * A finished screening for tests of what auditors see: India's first candidate is selected, the second speaks no English;
 * the review was done for somebody else, and an operator suspended the case for a moment. Public: the pages' tests use it.
 */
@Component
public class ScreenedFixture {

    public static final String ORDER = "12/2022";

    private final ProjectFixture projects;
    private final NominationFixture nominations;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    ScreenedFixture(
            ProjectFixture projects,
            NominationFixture nominations,
            RuntimeService runtime,
            TaskService tasks,
            FormService forms,
            IdentityService identity) {
        this.projects = projects;
        this.nominations = nominations;
        this.runtime = runtime;
        this.tasks = tasks;
        this.forms = forms;
        this.identity = identity;
    }

    /** The project and the id of its screening. Public: tests ask for both. */
    public record Screened(String code, String id) {}

    public Screened finished() {
        String code =
                projects.issued(LocalDate.of(2022, 8, 24), LocalDate.of(2022, 8, 26), LocalDate.of(2022, 8, 3), 3, 1);
        nominations.submitted(code, "IN", Profile.strong(), Profile.ordinary().with(EnglishLevel.NONE));
        String id = runtime.startProcessInstanceByKey("screening", code).getId();
        as("admin", "camunda-admin", () -> {
            runtime.suspendProcessInstanceById(id);
            runtime.activateProcessInstanceById(id);
        });
        complete("programme-officer", "reviewSelection", Map.of("review", "SUBMIT"), true);
        complete("programme-officer-2", "approveSelection", Map.of("approval", "APPROVE"), false);
        return new Screened(code, id);
    }

    private void complete(String officer, String step, Map<String, Object> fields, boolean forAnother) {
        String task =
                tasks.createTaskQuery().taskDefinitionKey(step).singleResult().getId();
        as(officer, "programme-officers", () -> tasks.claim(task, officer));
        if (forAnother) {
            // as a deputation leaves it behind
            tasks.setOwner(task, "secretary-general");
            tasks.createComment(task, null, officer + " acts for secretary-general, order no. " + ORDER);
        }
        as(officer, "programme-officers", () -> forms.submitTaskForm(task, fields));
    }

    private void as(String user, String group, Runnable act) {
        identity.setAuthentication(user, List.of(group));
        try {
            act.run();
        } finally {
            identity.clearAuthentication();
        }
    }
}
