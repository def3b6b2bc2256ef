package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assent.deputation.Appointment;
import org.assent.deputation.DeputationDesk;
import org.assent.engine.FreshDesk;
import org.assent.engine.Models;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A deputy at the REST API: sees and does the principal's tasks from the appointment on, and nothing after its end. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class ActingForOverHttpTest {

    private static final String PRINCIPAL = "secretary-general";
    private static final String DEPUTY = "accounts";

    @Autowired
    TestRestTemplate web;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineUsers users;

    @Autowired
    DeputationDesk deputations;

    @Autowired
    Clock clock;

    private String models;
    private String task;
    private long appointment;

    @BeforeEach
    void certificatesWaitForTheSecretaryGeneral() {
        engine.getIdentityService().clearAuthentication();
        models = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "certification.bpmn",
                        Bpmn.createExecutableProcess("certification")
                                .camundaHistoryTimeToLiveString("P3650D")
                                .startEvent()
                                .userTask("signCertificates")
                                .name("Sign the certificates")
                                .camundaCandidateGroups(PRINCIPAL)
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        engine.getRuntimeService().startProcessInstanceByKey("certification");
        task = open().getId();
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().clearAuthentication();
        if (appointment > 0) {
            users.actAs(PRINCIPAL);
            deputations.appointments().stream()
                    .filter(one -> !one.ended())
                    .forEach(one -> deputations.revoke(one.id()));
            engine.getIdentityService().clearAuthentication();
        }
        Models.takeBack(engine, models);
    }

    @Test
    void the_deputy_sees_claims_and_completes_from_the_appointment_on() {
        assertThat(get("/task/" + task).getStatusCode().is2xxSuccessful()).isFalse();
        assertThat(claim()).isNotEqualTo(204);
        appoint();

        assertThat(get("/task/" + task).getStatusCode().value()).isEqualTo(200);
        assertThat(claim()).isEqualTo(204);
        assertThat(get("/task/" + task).getBody())
                .contains("\"assignee\":\"accounts\"", "\"owner\":\"secretary-general\"");
        assertThat(post("/submit-form", "{}")).isEqualTo(204);
        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .finished()
                        .taskAssignee(DEPUTY)
                        .taskOwner(PRINCIPAL)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void it_is_over_with_the_next_call_after_its_revocation() {
        appoint();
        assertThat(claim()).isEqualTo(204);
        users.actAs(PRINCIPAL);
        deputations.revoke(appointment);
        engine.getIdentityService().clearAuthentication();

        assertThat(get("/task/" + task).getStatusCode().is2xxSuccessful()).isFalse();
        for (String act : List.of("/claim", "/complete", "/submit-form", "/unclaim")) {
            assertThat(post(act, "{\"userId\":\"accounts\"}")).as(act).isNotIn(200, 204);
        }
        assertThat(open().getAssignee()).isNull();
        assertThat(open().getOwner()).isNull();
    }

    private void appoint() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"));
        users.actAs(PRINCIPAL);
        appointment = deputations.appoint(
                new Appointment(PRINCIPAL, DEPUTY, Set.of("certification"), today, today.plusDays(1), "APO/7"));
        engine.getIdentityService().clearAuthentication();
    }

    private Task open() {
        return Objects.requireNonNull(engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey("signCertificates")
                .singleResult());
    }

    private int claim() {
        return post("/claim", "{\"userId\":\"accounts\"}");
    }

    private ResponseEntity<String> get(String path) {
        return web.withBasicAuth(DEPUTY, "demo").getForEntity("/engine-rest" + path, String.class);
    }

    private int post(String act, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return web.withBasicAuth(DEPUTY, "demo")
                .exchange(
                        "/engine-rest/task/" + task + act,
                        HttpMethod.POST,
                        new HttpEntity<>(body, headers),
                        String.class)
                .getStatusCode()
                .value();
    }
}
