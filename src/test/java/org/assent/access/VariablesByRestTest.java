package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A case holds what its forms offered and what its steps found out, and nothing that came by another door. */
// a desk of its own: it counts what there is
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class VariablesByRestTest {

    private static final Map<String, Attacker> LOGINS = new HashMap<>();

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @LocalServerPort
    int port;

    private String nomination;
    private String task;

    @BeforeEach
    void aNominationIsOpen() {
        engine.getIdentityService().clearAuthentication();
        String code = projects.issuedAnew();
        org.camunda.bpm.engine.impl.util.ClockUtil.setCurrentTime(
                java.util.Date.from(java.time.Instant.parse("2022-06-01T00:00:00Z")));
        nomination = engine.getRuntimeService()
                .startProcessInstanceByKey("nomination", code + "/LK", Map.of("economy", "LK", "projectCode", code))
                .getId();
        task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(nomination)
                .singleResult()
                .getId();
    }

    private Attacker login(String user) {
        return LOGINS.computeIfAbsent(user + port, any -> Attacker.as(user, port, Attacker.REST));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "approval | {'value':'APPROVE'} | no field “approval”",
                "economy | {'value':'NP'} | no field “economy”",
                "projectCode | {'value':'22-X'} | no field “projectCode”",
                "<b>x</b> | {'value':'x'} | no field “of this name”",
                "nominationAnswer | {'value':'MAYBE'} | “Your answer” cannot be accepted: it is not one of the choices",
                "nominationAnswer | {'value':true,'type':'Boolean'} | “Your answer” cannot be accepted: it must be text",
                "nominationAnswer | {'value':['NOBODY']} | “Your answer”",
                "nominationAnswer | {'value':'rO0ABXNyAA==','type':'Object','valueInfo':{'objectTypeName':'java.util.HashMap','serializationDataFormat':'application/x-java-serialized-object'}} | “Your answer” cannot be accepted",
                "nominationAnswer | {'value':'e30=','type':'Object','valueInfo':{'objectTypeName':'java.util.HashMap','serializationDataFormat':'application/json'}} | “Your answer” cannot be accepted",
                "nominationAnswer | {'value':'eA==','type':'Bytes'} | “nominationAnswer” cannot be a file",
                "nominationAnswer | {'value':'eA==','type':'File','valueInfo':{'filename':'x.exe'}} | “nominationAnswer” cannot be a file",
                "candidates | {'value':'x'} | “Candidates in order of preference” cannot be accepted: it must be a list",
                "candidates | {'value':'{}','type':'Json'} | “Candidates in order of preference”",
                "candidates | {'value':'[{\\\"rank\\\":1}]','type':'Json'} | has no field “rank”",
                "candidates | {'value':'[{\\\"familyName\\\":7}]','type':'Json'} | “Family name as in the passport” cannot be accepted: it must be text",
                "candidates | {'value':'[{\\\"familyName\\\":\\\"<script>alert(1)</script>\\\"}]','type':'Json'} | “Family name as in the passport” cannot be accepted: it holds a tag",
                "candidates | {'value':'[{\\\"familyName\\\":\\\"a\\\\u0000b\\\"}]','type':'Json'} | “Family name as in the passport” cannot be accepted: it holds a tag",
                "candidates | {'value':'[{\\\"familyName\\\":\\\"a\\\\u202eb\\\"}]','type':'Json'} | “Family name as in the passport” cannot be accepted: it holds a tag",
                "candidates | {'value':'[{\\\"sex\\\":\\\"ROBOT\\\"}]','type':'Json'} | “Sex” cannot be accepted: it is not one of the choices",
                "candidates | {'value':'[{\\\"birth\\\":\\\"soon\\\"}]','type':'Json'} | “Date of birth” cannot be accepted: it must be a date",
                "candidates | {'value':'[{\\\"experience\\\":\\\"many\\\"}]','type':'Json'} | “Years of experience” cannot be accepted: it must be a number",
                "candidates | {'value':'[{\\\"experience\\\":61}]','type':'Json'} | “Years of experience” cannot be accepted: it must be a number, at least 0, at most 60",
                "candidates | {'value':'[{\\\"experience\\\":1e99}]','type':'Json'} | “Years of experience” cannot be accepted",
                "candidates | {'value':'[{\\\"online\\\":\\\"true\\\"}]','type':'Json'} | “Internet connection and device checked” cannot be accepted: it must be yes or no",
            })
    void a_form_takes_what_it_offers(String name, String value, String sentence) {
        String variables = "{\"variables\":{\"" + name + "\":" + value.replace('\'', '"') + "}}";
        for (String door : List.of("submit-form", "complete", "resolve")) {
            if (door.equals("resolve")) {
                engine.getTaskService().setAssignee(task, "npo-lk-head");
                engine.getTaskService().delegateTask(task, "npo-lk");
            }
            HttpResponse<String> answer = login("npo-lk").post("/task/" + task + "/" + door, variables);
            assertThat(answer.statusCode()).as(door + answer.body()).isBetween(400, 422);
            if (!answer.body().contains("\"InvalidRequestException\"")) {
                assertThat(answer.body()).as(door).contains(sentence);
            }
            assertThat(answer.body()).doesNotContain("java.", "ENGINE-", "<script>");
        }
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
    }

    @Test
    void a_text_is_as_long_as_its_field_allows() {
        String row = "[{\\\"familyName\\\":\\\"" + "x".repeat(201) + "\\\"}]";
        assertThat(login("npo-lk")
                        .post(
                                "/task/" + task + "/submit-form",
                                "{\"variables\":{\"candidates\":{\"type\":\"Json\",\"value\":\"" + row + "\"}}}")
                        .body())
                .contains("“Family name as in the passport” cannot be accepted: it is longer than 200 characters");
    }

    /** Every address of the engine's API that puts a variable into a case past its forms. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT | /task/{task}/variables/approval | {'value':'APPROVE','type':'String'}",
                "POST | /task/{task}/variables | {'modifications':{'approval':{'value':'APPROVE'}}}",
                "POST | /task/{task}/variables | {'deletions':['economy']}",
                "DELETE | /task/{task}/variables/economy | {}",
                "PUT | /task/{task}/localVariables/economy | {'value':'NP','type':'String'}",
                "POST | /task/{task}/localVariables | {'modifications':{'economy':{'value':'NP'}}}",
                "POST | /task/{task}/bpmnError | {'errorCode':'x','variables':{'economy':{'value':'NP'}}}",
                "POST | /task/{task}/bpmnEscalation | {'escalationCode':'x','variables':{'economy':{'value':'NP'}}}",
                "PUT | /process-instance/{case}/variables/economy | {'value':'NP','type':'String'}",
                "PUT | /process-instance/{case}/%76ariables/economy | {'value':'NP','type':'String'}",
                "POST | /process-instance/{case}/variables | {'modifications':{'organisation':{'value':'x'}}}",
                "DELETE | /process-instance/{case}/variables/economy | {}",
                "POST | /process-instance/variables-async | {'processInstanceIds':['{case}'],'variables':{'economy':{'value':'NP'}}}",
                "POST | /process-instance/message-async | {'processInstanceIds':['{case}'],'messageName':'nomination.reopened','variables':{'economy':{'value':'NP'}}}",
                "POST | /process-instance/{case}/modification | {'instructions':[{'type':'startBeforeActivity','activityId':'enterCandidates','variables':{'economy':{'value':'NP'}}}]}",
                "POST | /process-instance/{case}/modification-async | {'instructions':[{'type':'startBeforeActivity','activityId':'enterCandidates','variables':{'economy':{'value':'NP'}}}]}",
                "PUT | /execution/{case}/localVariables/economy | {'value':'NP','type':'String'}",
                "POST | /execution/{case}/localVariables | {'modifications':{'economy':{'value':'NP'}}}",
                "POST | /execution/{case}/signal | {'variables':{'economy':{'value':'NP'}}}",
                "POST | /execution/{case}/messageSubscriptions/nomination.reopened/trigger | {'variables':{'economy':{'value':'NP'}}}",
                "POST | /message | {'messageName':'nomination.reopened','all':true,'processVariables':{'economy':{'value':'NP'}}}",
                "POST | /message | {'messageName':'nomination.reopened','all':true,'processVariablesLocal':{'approval':{'value':'APPROVE'}}}",
                "POST | /signal | {'name':'x','variables':{'economy':{'value':'NP'}}}",
                "POST | /condition | {'variables':{'economy':{'value':'NP'}}}",
                "POST | /migration/execute | {'migrationPlan':{'variables':{'economy':{'value':'NP'}}},'processInstanceIds':['{case}']}",
                "POST | /modification/execute | {'processDefinitionId':'x','instructions':[{'type':'startBeforeActivity','activityId':'enterCandidates','variables':{'economy':{'value':'NP'}}}]}",
                "POST | /process-definition/key/nomination/start | {'variables':{'economy':{'value':'NP'},'projectCode':{'value':'x'}}}",
                "POST | /process-definition/key/project/start | {'variables':{'notificationApproval':{'value':'ISSUE'}}}",
                "POST | /process-definition/nomination:1:x/restart | {'processInstanceIds':['{case}'],'instructions':[{'type':'startBeforeActivity','activityId':'enterCandidates','variables':{'economy':{'value':'NP'}}}]}",
                "POST | /external-task/x/complete | {'workerId':'w','variables':{'economy':{'value':'NP'}}}",
                "POST | /external-task/x/bpmnError | {'workerId':'w','localVariables':{'economy':{'value':'NP'}}}",
                "POST | /decision-definition/key/eligibility/evaluate | {'variables':{'economy':{'value':'NP'}}}"
            })
    void no_other_door_takes_a_variable_that_is_spoken_for(String method, String path, String body) {
        String address = path.replace("{task}", task).replace("{case}", nomination);
        byte[] content = body.replace("{case}", nomination).replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        Map<String, Object> before = variables();
        for (String user : List.of("npo-lk", "npo-np", "programme-officer", "process-owner", "auditor")) {
            HttpResponse<String> answer = login(user).send(method, address, "application/json", content);
            assertThat(answer.statusCode()).as("%s %s", user, answer.body()).isIn(403, 404);
        }
        HttpResponse<String> answer = login("admin").send(method, address, "application/json", content);
        assertThat(answer.statusCode()).as("admin " + answer.body()).isEqualTo(422);
        assertThat(answer.body()).containsAnyOf("what officials decided");
        assertThat(variables()).isEqualTo(before);
    }

    /** The same doors on the web apps' root, where Cockpit would knock. */
    @Test
    void the_web_apps_have_the_same_doors() {
        byte[] tenant = "{\"value\":\"NP\",\"type\":\"String\"}".getBytes(StandardCharsets.UTF_8);
        String door = "/process-instance/" + nomination + "/variables/economy";
        assertThat(Attacker.as("npo-lk", port, Attacker.WEB_APPS)
                        .send("PUT", door, "application/json", tenant)
                        .statusCode())
                .isIn(403, 404);
        HttpResponse<String> answer =
                Attacker.as("admin", port, Attacker.WEB_APPS).send("PUT", door, "application/json", tenant);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(variables()).containsEntry("economy", "LK");
        Attacker stranger = Attacker.as("npo-np", port, Attacker.WEB_APPS);
        HttpResponse<String> foreign = stranger.get("/task/" + task + "/variables");
        HttpResponse<String> missing = stranger.get("/task/00000000-0000-1000-8000-000000000000/variables");
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
        assertThat(Attacker.plain(foreign.body())).isEqualTo(Attacker.plain(missing.body()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'value':'rO0ABXNyAA==','type':'Object','valueInfo':{'objectTypeName':'java.util.HashMap','serializationDataFormat':'application/x-java-serialized-object'}}",
                "{'value':'{}','type':'Object','valueInfo':{'objectTypeName':'java.util.HashMap','serializationDataFormat':'application/json'}}",
                "{'value':'eA==','type':'Bytes'}",
                "{'value':'eA==','type':'File'}",
                "{'value':'<a/>','type':'Xml'}",
                "{'value':{'a':1}}",
                "{'value':'<script>alert(1)</script>','type':'String'}",
            })
    void even_the_operator_sets_only_text_numbers_yes_or_no_dates_and_json(String value) {
        HttpResponse<String> answer = login("admin")
                .send(
                        "PUT",
                        "/process-instance/" + nomination + "/variables/remark",
                        "application/json",
                        value.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isIn(415, 422);
        assertThat(answer.body()).containsAnyOf("“remark”", "A variable cannot be a file.");
        assertThat(variables()).doesNotContainKey("remark");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "application/octet-stream"})
    void a_file_is_no_variable(String type) {
        byte[] file = "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"x\"\r\n\r\nx\r\n--x--\r\n"
                .getBytes(StandardCharsets.UTF_8);
        for (String path : List.of("/process-instance/" + nomination, "/task/" + task, "/execution/" + nomination)) {
            String door = path + (path.startsWith("/execution") ? "/localVariables" : "/variables") + "/remark/data";
            assertThat(login("admin").send("POST", door, type, file).statusCode())
                    .isIn(403, 415);
            assertThat(login("npo-lk").send("POST", door, type, file).statusCode())
                    .isIn(403, 404, 415);
        }
        assertThat(variables()).doesNotContainKey("remark");
    }

    @Test
    void the_operator_moves_a_date_and_notes_what_no_model_knows() {
        Attacker admin = login("admin");
        for (String variable : List.of("operatorNote", "closingAt")) {
            HttpResponse<String> answer = admin.send(
                    "PUT",
                    "/process-instance/" + nomination + "/variables/" + variable,
                    "application/json",
                    "{\"value\":\"2022-07-01T00:00:00\",\"type\":\"String\"}".getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        }
        assertThat(variables()).containsKeys("operatorNote", "closingAt");
    }

    /** Below the API too, whoever asks. */
    @Test
    void the_engine_keeps_no_java_object_file_or_bytes() {
        for (Object value : List.of(
                Variables.objectValue(new java.util.ArrayList<>(List.of("x")))
                        .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                        .create(),
                Variables.fileValue("x.txt").file(new byte[] {1}).create(),
                Variables.byteArrayValue(new byte[] {1}))) {
            assertThatThrownBy(() -> engine.getRuntimeService().setVariable(nomination, "kept", value))
                    .isInstanceOf(ProcessEngineException.class);
        }
        assertThat(variables()).doesNotContainKey("kept");
    }

    @Test
    void a_start_form_takes_no_variable_that_it_does_not_offer() {
        HttpResponse<String> answer = login("programme-officer")
                .post(
                        "/process-definition/key/project/submit-form",
                        "{\"variables\":{\"projectCode\":{\"value\":\"22-X\"},\"projectTitle\":{\"value\":\"X\"},\"economy\":{\"value\":\"NP\"}}}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("“economy”");
    }

    private Map<String, Object> variables() {
        return new java.util.TreeMap<>(engine.getRuntimeService().getVariables(nomination));
    }
}
