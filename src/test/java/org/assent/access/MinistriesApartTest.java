package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.engine.Models;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;

/**
 * What belongs to one ministry is not to be had by another, nor by the APO's side, and the other way round. Two bare
 * models stand in for the real ones of their names: grants and tenants do not ask what a model does.
 */
@Tag("apart")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class MinistriesApartTest {

    /** What the real start form leaves to its delegates. */
    private static final String BEGIN =
            "{\"id\":\"begin\",\"type\":\"default\",\"components\":[{\"type\":\"textfield\",\"key\":\"organisation\",\"label\":\"Office\"},"
                    + "{\"type\":\"textfield\",\"key\":\"apaTeam\",\"label\":\"Team\"}]}";

    private OfficialsByRest officials;

    @Autowired
    void officialsOf(TestRestTemplate web) {
        officials = new OfficialsByRest(web);
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    private String models;
    private String commerce;
    private String commerceTask;

    @BeforeEach
    void threeAgreementsAreDrafted() {
        engine.getIdentityService().clearAuthentication();
        models = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("agreement.bpmn", agreement())
                .addModelInstance("drafting.bpmn", drafting())
                .addString("begin.form", BEGIN)
                .deploy()
                .getId();
        start("industries");
        start("bsti");
        commerce = called(start("commerce"));
        commerceTask = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(commerce)
                .singleResult()
                .getId();
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().clearAuthentication();
        Models.takeBack(engine, models);
    }

    private static BpmnModelInstance agreement() {
        return Bpmn.createExecutableProcess("agreement")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .camundaFormRef("begin")
                .camundaFormRefBinding("deployment")
                .callActivity("draft")
                .calledElement("drafting")
                .camundaCalledElementBinding("deployment")
                .camundaIn("apaTeam", "apaTeam")
                .endEvent()
                .done();
    }

    private static BpmnModelInstance drafting() {
        return Bpmn.createExecutableProcess("drafting")
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .userTask("draftAgreement")
                .camundaCandidateGroups("${apaTeam}")
                .endEvent()
                .done();
    }

    private ProcessInstance start(String organisation) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "agreement",
                        organisation + "/2023-24",
                        Map.of("organisation", organisation, "apaTeam", organisation + "-apa-team"));
    }

    private String called(ProcessInstance agreement) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .superProcessInstanceId(agreement.getId())
                .singleResult()
                .getId();
    }

    @Test
    void a_case_and_what_it_calls_belong_to_the_office_s_ministry() {
        assertThat(start("commerce").getTenantId()).isEqualTo("commerce");
        assertThat(start("bsti-chattogram").getTenantId()).isEqualTo("industries");
        // the first step of the real model refuses it
        assertThat(start("nowhere").getTenantId()).isNull();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(commerceTask)
                        .singleResult()
                        .getTenantId())
                .isEqualTo("commerce");
    }

    /** What “My tasks” shows, and how many tasks may be read. */
    @ParameterizedTest
    @CsvSource({
        "industries-apa, 1, 2",
        "bsti-apa, 1, 2",
        "bsti-chattogram-apa, 0, 2",
        "commerce-apa, 1, 1",
        "commerce-head, 0, 1",
        "erd-apa, 0, 0",
        "cabinet-reviewer, 0, 3",
        "cabinet-secretary, 0, 3",
        "technical-committee, 0, 3",
        "national-committee, 0, 3",
        "auditor, 0, 3",
        "programme-officer, 0, 0",
        "secretary-general, 0, 0",
        "npo-bd, 0, 0",
        "process-owner, 0, 0"
    })
    void each_team_has_its_own_task_and_each_official_reads_what_the_post_needs(String user, int work, int read) {
        assertThat(officials.tasks(user)).as("read by " + user).hasSize(read);
        assertThat(officials.work(user)).as("work of " + user).isEqualTo(work);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}",
                "/task/{task}/form-variables",
                "/task/{task}/variables",
                "/task/{task}/comment",
                "/task/{task}/identity-links",
                "/process-instance/{case}",
                "/process-instance/{case}/variables",
                "/process-instance/{case}/activity-instances",
                "/history/process-instance/{case}",
            })
    void another_ministry_s_case_is_refused_by_id(String path) {
        String address = "/engine-rest" + path.replace("{task}", commerceTask).replace("{case}", commerce);

        for (String user : List.of("industries-apa", "industries-head", "programme-officer", "npo-bd")) {
            assertThat(officials.status(user, HttpMethod.GET, address, ""))
                    .as(user + " " + address)
                    .isIn(400, 401, 403, 404, 422, 500);
            assertThat(officials.body(user, address)).as(user + " " + address).doesNotContain("commerce");
        }
        assertThat(officials.status("auditor", HttpMethod.GET, address, ""))
                .as(address)
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/count",
                "/process-instance/count",
                "/history/process-instance/count",
                "/history/task/count",
                "/history/variable-instance/count",
                "/variable-instance/count",
                "/execution/count"
            })
    void counts_do_not_tell_of_another_ministry(String path) {
        assertThat(OfficialsByRest.count(officials.body("auditor", "/engine-rest" + path)))
                .as(path)
                .isPositive();
        assertThat(OfficialsByRest.count(officials.body("erd-apa", "/engine-rest" + path)))
                .as(path)
                .isZero();
        assertThat(OfficialsByRest.count(officials.body("npo-bd", "/engine-rest" + path)))
                .as(path)
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form", "assignee", "unclaim", "delegate"})
    void another_ministry_s_task_is_not_worked_on(String act) {
        for (String user : List.of("industries-apa", "cabinet-reviewer", "commerce-head", "programme-officer")) {
            assertThat(officials.status(
                            user,
                            HttpMethod.POST,
                            "/engine-rest/task/" + commerceTask + "/" + act,
                            "{\"userId\":\"%s\",\"variables\":{}}".formatted(user)))
                    .as(user)
                    .isNotIn(200, 204);
        }
        assertThat(officials.tasks("commerce-apa").get(0).get("assignee")).isNull();
    }

    @Test
    void a_team_claims_and_completes_its_own_task() {
        String task = "/engine-rest/task/" + commerceTask;
        assertThat(officials.status("commerce-apa", HttpMethod.POST, task + "/claim", "{\"userId\":\"commerce-apa\"}"))
                .isEqualTo(204);
        assertThat(officials.status("commerce-apa", HttpMethod.POST, task + "/complete", "{\"variables\":{}}"))
                .isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({
        "industries-apa, 200",
        "cabinet-reviewer, 200",
        "industries-head, 403",
        "cabinet-secretary, 403",
        "programme-officer, 404",
        "npo-bd, 404"
    })
    void agreements_are_started_by_teams_and_by_the_cabinet_division(String user, int status) {
        assertThat(
                        officials.status(
                                user,
                                HttpMethod.POST,
                                "/engine-rest/process-definition/key/agreement/submit-form",
                                "{\"variables\":{\"organisation\":{\"value\":\"industries\"},\"apaTeam\":{\"value\":\"industries-apa-team\"}}}"))
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"industries-apa", "industries-head", "cabinet-reviewer", "cabinet-secretary"})
    void the_government_sees_no_case_of_the_apo(String user) {
        String code = projects.issuedAnew();
        String nomination = engine.getRuntimeService()
                .startProcessInstanceByKey("nomination", code + "/BD", Map.of("economy", "BD", "projectCode", code))
                .getId();

        assertThat(officials.status(user, HttpMethod.GET, "/engine-rest/process-instance/" + nomination, ""))
                .isIn(403, 404);
        assertThat(officials.tasks(user))
                .noneSatisfy(task -> assertThat(task.get("tenantId")).isEqualTo("BD"));
        assertThat(officials.status(
                        "programme-officer", HttpMethod.GET, "/engine-rest/process-instance/" + nomination, ""))
                .isEqualTo(200);
    }
}
