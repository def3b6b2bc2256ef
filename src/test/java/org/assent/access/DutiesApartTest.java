package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.assent.engine.FreshDesk;
import org.assent.engine.Models;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Who screened does not approve, whatever address of the REST API is tried, and by whomever. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class DutiesApartTest {

    private static final String OFFICER = "programme-officer";
    private static final String SECOND = "programme-officer-2";

    @Autowired
    TestRestTemplate web;

    @Autowired
    ProcessEngine engine;

    private String models;

    @BeforeEach
    void oneOfficerHasScreened() {
        engine.getIdentityService().clearAuthentication();
        models = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("screening.bpmn", screening())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("screening");
        String review = task("reviewSelection").getId();
        assertThat(post(OFFICER, review + "/claim", "{'userId':'programme-officer'}"))
                .isEqualTo(204);
        assertThat(post(OFFICER, review + "/complete", "{}")).isEqualTo(204);
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().clearAuthentication();
        Models.takeBack(engine, models);
    }

    private static BpmnModelInstance screening() {
        BpmnModelInstance model = Bpmn.createExecutableProcess("screening")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .userTask("reviewSelection")
                .name("Review the selection")
                .camundaCandidateGroups("programme-officers")
                .userTask("approveSelection")
                .name("Approve the selection")
                .camundaCandidateGroups("programme-officers")
                .endEvent()
                .done();
        CamundaProperty bar = model.newInstance(CamundaProperty.class);
        bar.setCamundaName("notBy");
        bar.setCamundaValue("decideReferred, reviewSelection");
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.getCamundaProperties().add(bar);
        UserTask approval = model.getModelElementById("approveSelection");
        approval.builder().addExtensionElement(properties);
        return model;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "programme-officer | POST | /claim          | {'userId':'programme-officer'}",
                "programme-officer | POST | /complete       | {}",
                "programme-officer | POST | /submit-form    | {}",
                "programme-officer | POST | /resolve        | {}",
                "admin             | POST | /assignee       | {'userId':'programme-officer'}",
                "admin             | POST | /delegate       | {'userId':'programme-officer'}",
                "admin             | PUT  |                 | {'assignee':'programme-officer'}",
                "admin             | PUT  |                 | {'owner':'programme-officer'}",
                "admin             | POST | /identity-links | {'userId':'programme-officer','type':'assignee'}",
                "admin             | POST | /identity-links | {'userId':'programme-officer','type':'owner'}",
            })
    void who_screened_comes_to_the_approval_by_no_address(String caller, HttpMethod method, String act, String body) {
        ResponseEntity<String> answer =
                ask(caller, method, task("approveSelection").getId(), act, body);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody()).contains("completed “Review the selection” in this case");
        assertThat(task("approveSelection").getAssignee()).isNull();
        assertThat(task("approveSelection").getOwner()).isNull();
    }

    @Test
    void somebody_else_approves() {
        String approval = task("approveSelection").getId();

        assertThat(post(SECOND, approval + "/claim", "{'userId':'programme-officer-2'}"))
                .isEqualTo(204);
        assertThat(post(SECOND, approval + "/complete", "{}")).isEqualTo(204);
    }

    /** Taking the group off a task makes it nobody's only to the eye. */
    @Test
    void an_administrator_does_no_official_s_work_though_they_take_its_group_off() {
        String approval = task("approveSelection").getId();
        assertThat(post(
                        "admin",
                        approval + "/identity-links/delete",
                        "{'groupId':'programme-officers','type':'candidate'}"))
                .isEqualTo(204);

        for (String act : List.of("/claim", "/complete", "/submit-form")) {
            String body = act.equals("/claim") ? "{'userId':'admin'}" : "{}";
            ResponseEntity<String> answer = ask("admin", HttpMethod.POST, approval, act, body);
            assertThat(answer.getStatusCode().value()).as(act).isEqualTo(422);
            assertThat(answer.getBody()).contains("This task belongs to somebody else, so nothing was changed.");
        }
        assertThat(task("approveSelection").getAssignee()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/claim          | {'userId':'accounts'}",
                "/bpmnError      | {'errorCode':'any'}",
                "/bpmnEscalation | {'escalationCode':'any'}",
            })
    void nobody_is_made_to_hold_a_task_and_no_step_ends_but_with_its_form(String act, String body) {
        assertThat(ask(SECOND, HttpMethod.POST, task("approveSelection").getId(), act, body)
                        .getStatusCode()
                        .value())
                .isIn(403, 422);
        assertThat(task("approveSelection").getAssignee()).isNull();
    }

    private Task task(String key) {
        return Objects.requireNonNull(
                engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult());
    }

    private int post(String user, String path, String body) {
        return ask(user, HttpMethod.POST, path, "", body).getStatusCode().value();
    }

    private ResponseEntity<String> ask(String user, HttpMethod method, String task, String act, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return web.withBasicAuth(user, "demo")
                .exchange(
                        "/engine-rest/task/" + task + (act == null ? "" : act),
                        method,
                        new HttpEntity<>(body.replace('\'', '"'), headers),
                        String.class);
    }
}
