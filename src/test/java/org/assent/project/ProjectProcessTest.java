package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@ExtendWith(FreshDesk.class)
class ProjectProcessTest {

    static final String CODE = ProjectFixture.CODE;

    @Autowired
    FormService forms;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService users;

    @Autowired
    RepositoryService models;

    @Autowired
    ProjectRegister register;

    @BeforeEach
    void on_the_day_of_issue() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-05-28T01:00:00Z")));
    }

    @Test
    void a_notification_is_drafted_checked_approved_and_issued() {
        ProcessInstance project = plan();
        submit("programme-officer", "draftNotification", draft());
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit("secretary-general", "approveNotification", Map.of("notificationApproval", "ISSUE"));

        BpmnAwareTests.assertThat(project)
                .isWaitingAt("circulateNotification")
                .hasPassedInOrder("recordDraft", "recordCheck", "issueNotification");
        ProjectFacts facts = register.project(CODE);
        assertThat(facts.state()).isEqualTo(ProjectState.NOTIFIED);
        assertThat(facts.announceOn()).hasToString("2022-08-10");
        assertThat(facts.economies()).hasSize(20);
        assertThat(facts.targetGroups()).contains(OrganizationType.GOVERNMENT);
    }

    @Test
    void a_draft_is_sent_back_by_the_check_and_by_the_secretary_general_only_with_a_remark() {
        ProcessInstance project = plan();
        submit("programme-officer", "draftNotification", draft());
        assertRefused("checkNotification", Map.of("notificationCheck", "RETURN"), "Please say in the remark");
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "RETURN", "remark", "Venue?"));
        assertThat(forms.getTaskFormVariables(task("draftNotification").getId()))
                .containsEntry("draftNote", "Sent back with the remark: Venue?")
                .containsEntry("startDate", "2022-08-24");
        submit("programme-officer", "draftNotification", draft());
        submit("programme-officer", "checkNotification", Map.of("notificationCheck", "IN_ORDER"));
        submit(
                "secretary-general",
                "approveNotification",
                Map.of("notificationApproval", "RETURN", "remark", "Places?"));
        BpmnAwareTests.assertThat(project).isWaitingAt("draftNotification");
    }

    @Test
    void a_known_code_is_refused_in_words() {
        plan();
        assertThatThrownBy(this::plan).isInstanceOf(Refusal.class).hasMessageContaining("is known already");
    }

    private ProcessInstance plan() {
        return as(
                "programme-officer",
                "programme-officers",
                () -> forms.submitStartForm(
                        models.createProcessDefinitionQuery()
                                .processDefinitionKey("project")
                                .latestVersion()
                                .singleResult()
                                .getId(),
                        Map.of("projectCode", CODE, "projectTitle", "Workshop on Performance Management Systems")));
    }

    private void submit(String user, String task, Map<String, Object> values) {
        String group = user.equals("secretary-general") ? user : "programme-officers";
        as(user, group, () -> {
            forms.submitTaskForm(task(task).getId(), values);
            return user;
        });
    }

    private void assertRefused(String task, Map<String, Object> values, String sentence) {
        assertThatThrownBy(() -> submit("programme-officer", task, values))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }

    private Task task(String key) {
        return tasks.createTaskQuery().taskDefinitionKey(key).singleResult();
    }

    private <T> T as(String user, String group, java.util.function.Supplier<T> act) {
        users.setAuthentication(user, List.of(group));
        try {
            return act.get();
        } finally {
            users.clearAuthentication();
        }
    }

    private static Object json(String list) {
        return SpinValues.jsonValue(list).create();
    }

    static Map<String, Object> draft() {
        Terms terms = ProjectFixture.real();
        Map<String, Object> form = new HashMap<>();
        form.put("projectTitle", "Workshop on Performance Management Systems");
        form.put("reference", terms.reference());
        form.put("startDate", "2022-08-24");
        form.put("endDate", "2022-08-26");
        form.put("closingDate", "2022-08-03");
        form.put("modality", "DIGITAL");
        form.put("hosts", json("[\"LK\"]"));
        form.put("participation", "ALL");
        form.put("overseasPlaces", 38);
        form.put("localPlaces", 12);
        form.put("placesPerEconomy", 2);
        form.put("implementingOrganizations", terms.implementing());
        form.put("qualifications", terms.qualifications());
        form.put("targetGroups", json("[\"GOVERNMENT\",\"ACADEMIA\"]"));
        form.put("nominationRule", terms.nominationRule());
        form.put("objectives", terms.objectives());
        form.put("topics", json("[{\"day\":1,\"topic\":\"Definition\"},{\"day\":2,\"topic\":\"Challenges\"}]"));
        form.put("financialArrangements", terms.financialArrangements());
        form.put("signatory", terms.signatory());
        return form;
    }
}
