package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;

/** What belongs to one economy is not to be had by another, by list, by count, by id or by form. */
// a desk of its own: it counts what there is
@Tag("apart")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class EconomiesApartTest {

    private static final String MISSING = "00000000-0000-1000-8000-000000000000";
    private static final String ANYTHING = "{\"userId\":\"npo-lk\",\"type\":\"candidate\",\"message\":\"x\"}";

    private OfficialsByRest officials;

    @Autowired
    void officialsOf(TestRestTemplate web) {
        officials = new OfficialsByRest(web);
    }

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture candidates;

    @Autowired
    NominationRegister nominations;

    private String nepal;
    private String nepalTask;

    @BeforeEach
    void twoNominationsAreOpen() {
        engine.getIdentityService().clearAuthentication();
        String code = projects.issuedAnew();
        org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(
                java.util.Date.from(java.time.Instant.parse("2022-06-01T00:00:00Z")));
        start(code, "LK");
        nepal = start(code, "NP");
        nepalTask = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(nepal)
                .singleResult()
                .getId();
    }

    /** Of what is over, administrators alone have a person erased, and only whom they name by reference and family name. */
    @Test
    void a_person_is_erased_by_administrators_and_not_by_a_reference_alone() {
        String code = projects.issuedAnew();
        List<String> references = candidates.submitted(code, "IN", 2);
        engine.getRuntimeService()
                .deleteProcessInstance(
                        engine.getRuntimeService()
                                .startProcessInstanceByKey("screening", code)
                                .getId(),
                        "over");
        String first = nominations.all(code).get(0).familyName();
        String second = nominations.all(code).get(1).familyName();
        assertThat(first).isNotEqualTo(second);
        String alone =
                "{\"order\":\"2022/17\",\"project\":\"%s\",\"reference\":\"%s\"".formatted(code, references.get(0));
        String whole = alone + ",\"familyName\":\"" + first + "\"}";

        for (String other : List.of("npo-lk", "programme-officer", "auditor")) {
            assertThat(erasure(other, whole)).as(other).isEqualTo(403);
        }
        assertThat(erasure("admin", alone + "}")).as("a reference alone").isEqualTo(422);
        assertThat(erasure("admin", alone + ",\"familyName\":\"" + second + "\"}"))
                .as("a reference mistyped")
                .isEqualTo(422);
        assertThat(nominations.all(code)).hasSize(2);

        assertThat(erasure("admin", whole)).isEqualTo(200);
        assertThat(nominations.all(code)).singleElement().satisfies(left -> assertThat(left.familyName())
                .isEqualTo(second));
        assertThat(erasure("admin", whole)).as("nobody is left").isEqualTo(422);
    }

    private int erasure(String user, String body) {
        return officials.status(user, HttpMethod.POST, "/api/erasures", body);
    }

    private String start(String code, String economy) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "nomination", code + "/" + economy, Map.of("economy", economy, "projectCode", code))
                .getId();
    }

    @Test
    void each_npo_sees_its_own_task_and_the_secretariat_none_of_them_as_work() {
        assertThat(officials.tasks("npo-lk")).hasSize(1);
        assertThat(officials.tasks("npo-np")).hasSize(1);
        assertThat(officials.tasks("npo-bd")).isEmpty();
        assertThat(officials.work("npo-lk")).isEqualTo(1);
        assertThat(officials.work("npo-lk-head")).isZero();
        assertThat(officials.work("programme-officer")).isZero();
        assertThat(officials.work("auditor")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/task/{task}",
                "/task/{task}/form-variables",
                "/task/{task}/deployed-form",
                "/task/{task}/variables",
                "/task/{task}/comment",
                "/task/{task}/identity-links",
                "/process-instance/{case}",
                "/process-instance/{case}/variables",
                "/process-instance/{case}/activity-instances",
                "/history/process-instance/{case}",
            })
    void another_economy_s_case_is_refused_by_id(String path) {
        String address = "/engine-rest" + path.replace("{task}", nepalTask).replace("{case}", nepal);

        assertThat(officials.status("npo-lk", HttpMethod.GET, address, ""))
                .as(address)
                .isIn(400, 401, 403, 404, 422, 500);
        assertThat(officials.body("npo-lk", address)).doesNotContain("npo-np", "NP\"", "nationality");
    }

    /** Whether an id exists is nobody's to learn by asking for it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /task/{task}",
                "GET /task/{task}/variables",
                "GET /task/{task}/variables/economy",
                "GET /task/{task}/localVariables",
                "GET /task/{task}/form",
                "GET /task/{task}/form-variables",
                "GET /task/{task}/deployed-form",
                "GET /task/{task}/rendered-form",
                "GET /task/{task}/identity-links",
                "GET /task/{task}/attachment/x",
                "GET /task/{task}/comment/x",
                "POST /task/{task}/identity-links",
                "POST /task/{task}/assignee",
                "POST /task/{task}/claim",
                "POST /task/{task}/unclaim",
                "POST /task/{task}/delegate",
                "POST /task/{task}/resolve",
                "POST /task/{task}/complete",
                "POST /task/{task}/submit-form",
                "POST /task/{task}/comment/create",
                "POST /task/{task}/bpmnError",
                "PUT /task/{task}",
                "PUT /task/{task}/variables/economy",
                "DELETE /task/{task}",
                "GET /process-instance/{case}",
                "GET /process-instance/{case}/variables",
                "GET /process-instance/{case}/variables/economy",
                "GET /process-instance/{case}/activity-instances",
                "DELETE /process-instance/{case}",
                "PUT /process-instance/{case}/suspended",
                "PUT /process-instance/{case}/variables/economy",
                "GET /execution/{case}",
                "GET /execution/{case}/localVariables",
                "POST /execution/{case}/signal",
                "GET /history/process-instance/{case}",
                "DELETE /history/process-instance/{case}",
                "GET /history/activity-instance/{case}",
                "DELETE /history/task/{task}",
            })
    void a_foreign_id_is_answered_like_one_that_never_was(String call) {
        HttpMethod method = HttpMethod.valueOf(call.substring(0, call.indexOf(' ')));
        String path = "/engine-rest" + call.substring(call.indexOf(' ') + 1);
        String foreign = path.replace("{task}", nepalTask).replace("{case}", nepal);
        String missing = path.replace("{task}", MISSING).replace("{case}", MISSING);
        for (String user : List.of("npo-lk", "npo-lk-head", "accounts", "industries-apa")) {
            var theirs = officials
                    .web()
                    .withBasicAuth(user, "demo")
                    .exchange(foreign, method, OfficialsByRest.json(ANYTHING), String.class);
            var nobodys = officials
                    .web()
                    .withBasicAuth(user, "demo")
                    .exchange(missing, method, OfficialsByRest.json(ANYTHING), String.class);

            assertThat(theirs.getStatusCode().value())
                    .as(user + " " + theirs.getBody())
                    .isIn(403, 404, 405);
            assertThat(theirs.getStatusCode()).as(user).isEqualTo(nobodys.getStatusCode());
            assertThat(Attacker.plain(theirs.getBody())).as(user).isEqualTo(Attacker.plain(nobodys.getBody()));
        }
        var ofNobody = officials
                .web()
                .withBasicAuth("admin", "demo")
                .exchange(missing, method, OfficialsByRest.json(ANYTHING), String.class);
        assertThat(ofNobody.getStatusCode().value())
                .as("admin " + ofNobody.getBody())
                .isIn(200, 204, 403, 404, 405, 422);
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
    void counts_do_not_tell_of_another_economy(String path) {
        String all = officials.body("admin", "/engine-rest" + path);
        String own = officials.body("npo-lk", "/engine-rest" + path);

        assertThat(OfficialsByRest.count(own)).as(path).isLessThanOrEqualTo(OfficialsByRest.count(all) / 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"claim", "complete", "submit-form", "assignee", "unclaim", "delegate"})
    void another_economy_s_task_is_not_worked_on(String act) {
        assertThat(officials.status(
                        "npo-lk",
                        HttpMethod.POST,
                        "/engine-rest/task/" + nepalTask + "/" + act,
                        "{\"userId\":\"npo-lk\",\"variables\":{}}"))
                .isNotIn(200, 204);
        assertThat(officials.tasks("npo-np").get(0).get("assignee")).isNull();
    }

    @Test
    void one_s_own_task_of_another_role_is_neither_claimed_nor_completed() {
        assertThat(officials.status(
                        "npo-np-head",
                        HttpMethod.POST,
                        "/engine-rest/task/" + nepalTask + "/claim",
                        "{\"userId\":\"npo-np-head\"}"))
                .isNotIn(200, 204);
        assertThat(officials.status(
                        "npo-np-head",
                        HttpMethod.POST,
                        "/engine-rest/task/" + nepalTask + "/submit-form",
                        "{\"variables\":{}}"))
                .isNotIn(200, 204);
    }

    @Test
    void one_s_own_task_is_claimed_and_put_back() {
        String task = "/engine-rest/task/" + nepalTask;
        assertThat(officials.status("npo-np", HttpMethod.POST, task + "/claim", "{\"userId\":\"npo-np\"}"))
                .isEqualTo(204);
        assertThat(officials.tasks("npo-np").get(0).get("assignee")).isEqualTo("npo-np");
        assertThat(officials.status("npo-np-head", HttpMethod.POST, task + "/unclaim", "{}"))
                .isNotEqualTo(204);
        assertThat(officials.status("npo-np", HttpMethod.POST, task + "/unclaim", "{}"))
                .isEqualTo(204);
        assertThat(officials.tasks("npo-np").get(0).get("assignee")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"npo-lk", "programme-officer", "auditor", "process-owner", "accounts"})
    void officials_change_no_case_behind_its_diagram(String user) {
        assertThat(officials.status(user, HttpMethod.DELETE, "/engine-rest/process-instance/" + nepal, ""))
                .isNotIn(200, 204);
        assertThat(officials.status(
                        user,
                        HttpMethod.PUT,
                        "/engine-rest/process-instance/" + nepal + "/variables/closingAt",
                        "{\"value\":\"x\",\"type\":\"String\"}"))
                .isNotIn(200, 204);
        // who sees no case gets an empty answer, the others a refusal; nobody moves it
        officials.status(
                user,
                HttpMethod.POST,
                "/engine-rest/message",
                "{\"messageName\":\"nomination.reopened\",\"all\":true}");
        assertThat(engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(nepal)
                        .activityId("reopenNomination")
                        .count())
                .isZero();
        assertThat(officials.status(
                        user, HttpMethod.POST, "/engine-rest/process-definition/key/nomination/start", "{}"))
                .isNotIn(200, 204);
    }
}
