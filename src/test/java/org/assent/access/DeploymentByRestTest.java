package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Models come from the Modeler over REST: from those who may, through the gate, and on record. */
// a desk of its own: it counts what there is
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class DeploymentByRestTest {

    private static final Map<String, Attacker> LOGINS = new HashMap<>();

    @Autowired
    ProcessEngine engine;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

    private Attacker login(String user) {
        return LOGINS.computeIfAbsent(user + port, any -> Attacker.as(user, port, Attacker.REST));
    }

    @AfterEach
    void takeBack() {
        engine.getIdentityService().clearAuthentication();
        engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("burgle")
                .list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    private static String model(String step) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'>"
                + "<process id='leave' isExecutable='true' camunda:historyTimeToLive='P3650D'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='decide'/>"
                + step + "</process></definitions>";
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "process-owner"})
    void a_good_model_is_deployed_by_those_who_may_and_the_log_says_who(String user) {
        HttpResponse<String> answer = login(user)
                .deploy(
                        "leave.bpmn",
                        model("<userTask id='decide' name='Decide' camunda:candidateGroups='${approvers}'/>"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String deployed = engine.getRepositoryService()
                .createDeploymentQuery()
                .deploymentName("burgle")
                .singleResult()
                .getId();
        List<UserOperationLogEntry> log = engine.getHistoryService()
                .createUserOperationLogQuery()
                .deploymentId(deployed)
                .operationType(UserOperationLogEntry.OPERATION_TYPE_CREATE)
                .list();
        assertThat(log).isNotEmpty().allSatisfy(entry -> assertThat(entry.getUserId())
                .isEqualTo(user));
    }

    /** Of the answers of an approval, “return” is not left out. */
    @Test
    void a_form_is_held_against_the_one_in_force() throws IOException {
        String form = Files.readString(Path.of("forms/screening/approveSelection.form"));
        for (String user : List.of("admin", "process-owner")) {
            HttpResponse<String> answer =
                    login(user).deploy("approveSelection.form", form.replace("\"RETURN\"", "\"APPROVE\""));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("approval").contains("is not as in the form in force (choices)");
        }
        assertThat(login("process-owner")
                        .deploy("approveSelection.form", form.replace("Selection for approval", "Selection"))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leave.bpmn | <serviceTask id='decide' name='Decide' camunda:class='org.assent.access.Burglar'/> | “Decide” (decide) in leave.bpmn names a Java class; let it name a delegate, as ${decideDelegate}; if there is none yet, ask the engineers for it. Nothing was deployed.",
                "leave.bpmn | <scriptTask id='decide' name='Decide' scriptFormat='groovy'><script>1</script></scriptTask> | “Decide” (decide) in leave.bpmn is a script; make it a service task and let it name a delegate",
                "leave.bpmn | <serviceTask id='decide' name='Decide' camunda:delegateExpression='${dataSource}'/> | asks for ${dataSource}, which is no delegate that Assent knows",
                "leave.bpmn | <userTask id='decide' name='Decide' camunda:assignee='${environment}'/> | names “environment”, a part of the programme that models may not use",
                "leave.bpmn | <userTask id='decide' name='Decide' camunda:assignee='${who.name()}'/> | looks inside “who”; a model reads variables, as ${name}, compares them, and names delegates.",
                "leave.groovy | <userTask id='decide'/> | A deployment holds diagrams, tables and forms (.bpmn, .dmn, .form) under plain names.",
                "leave.html | <userTask id='decide'/> | A deployment holds diagrams, tables and forms (.bpmn, .dmn, .form) under plain names.",
            })
    void a_model_with_code_is_refused_in_words_even_to_those_who_may_deploy(String file, String step, String sentence) {
        for (String user : List.of("admin", "process-owner")) {
            HttpResponse<String> answer = login(user).deploy(file, model(step));
            assertThat(answer.statusCode()).as(answer.body()).isIn(415, 422);
            assertThat(answer.body()).contains(sentence);
        }
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("burgle")
                        .count())
                .isZero();
        assertThat(Burglar.wasIn()).isFalse();
    }

    @Test
    void a_reworded_label_of_a_model_in_force_is_deployed() throws IOException {
        HttpResponse<String> answer = login("process-owner")
                .deploy(
                        "project.bpmn",
                        project().replace("name=\"Draft the notification\"", "name=\"Write the notification\""));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    /** As the Modeler sends it: the forms and tables in force come along, or no task of a new case could be done. */
    @Test
    void a_drawing_that_is_deployed_alone_keeps_its_forms_and_tables() throws IOException {
        for (String process : List.of("project", "screening")) {
            String drawing = Files.readString(Path.of("processes", process, process + ".bpmn"));
            assertThat(login("process-owner").deploy(process + ".bpmn", drawing).statusCode())
                    .isEqualTo(200);
            String deployed = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getDeploymentId();
            assertThat(engine.getRepositoryService().getDeploymentResourceNames(deployed))
                    .filteredOn(name -> name.endsWith(".form"))
                    .hasSize((int) drawing.split("formRef=").length - 1);
            assertThat(engine.getRepositoryService()
                            .createDecisionDefinitionQuery()
                            .deploymentId(deployed)
                            .list())
                    .extracting(table -> table.getKey())
                    .containsExactlyInAnyOrderElementsOf(Pattern.compile("decisionRef=\"(\\w+)\"")
                            .matcher(drawing)
                            .results()
                            .map(found -> found.group(1))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void models_belong_to_no_single_office_and_are_drawn_once() throws IOException {
        String nomination = Files.readString(Path.of("processes/nomination/nomination.bpmn"));
        engine.getIdentityService().setAuthentication("process-owner", List.of("process-owners"));
        var deployment = engine.getRepositoryService().createDeployment().name("burgle");

        assertThatThrownBy(() -> deployment
                        .tenantId("LK")
                        .addString("nomination.bpmn", nomination)
                        .deploy())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("leave the tenant empty");
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addString("nomination.bpmn", nomination)
                        .addString("other.bpmn", nomination)
                        .deploy())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is drawn twice");
        assertThat(login("process-owner")
                        .deploy(
                                "approveSelection.form",
                                Files.readString(Path.of("forms/screening/approveSelection.form")) + "{}")
                        .statusCode())
                .isEqualTo(422);
    }

    /** With a drawing alone nobody does an official's work. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "name=\"notBy\" | name=\"note\" | is barred to whoever did an earlier step of the case: keep the task, and its properties notBy",
                "<camunda:in businessKey=\"${projectCode}\" /> | <camunda:in businessKey=\"22-CL-15-GE-WSP-A\" /> | calls another process, or under another key, than the version in force",
                "delegateExpression=\"${registerProjectDelegate}\" | delegateExpression=\"${issueCertificatesDelegate}\" | has steps of the programme that the version in force has not: ${issueCertificatesDelegate}",
            })
    void a_version_keeps_the_duties_of_the_one_in_force(String drawn, String instead, String sentence)
            throws IOException {
        assertThat(project()).contains(drawn);

        for (String user : List.of("admin", "process-owner")) {
            HttpResponse<String> answer =
                    login(user).deploy("project.bpmn", project().replace(drawn, instead));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains(sentence);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<serviceTask id='decide' camunda:delegateExpression='${cancelProjectDelegate}'/> | is new and has steps of the programme or calls another process",
                "<callActivity id='decide' calledElement='certification'/> | is new and has steps of the programme or calls another process",
                "<userTask id='decide'/><startEvent id='t'><timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition></startEvent> | is new and begins by itself",
            })
    void a_new_process_does_nothing_by_itself(String step, String sentence) {
        HttpResponse<String> answer = login("process-owner").deploy("leave.bpmn", model(step));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(sentence);
    }

    private static String project() throws IOException {
        return Files.readString(Path.of("processes", "project", "project.bpmn"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"npo-lk", "programme-officer", "secretary-general", "auditor", "account-admin"})
    void others_deploy_nothing(String user) {
        assertThat(login(user)
                        .deploy("leave.bpmn", model("<userTask id='decide' name='Decide'/>"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(engine.getRepositoryService()
                        .createDeploymentQuery()
                        .deploymentName("burgle")
                        .count())
                .isZero();
    }

    /** CVE-2026-77226: the page that makes a first administrator opens again when the group has no direct member. */
    @Test
    void nobody_makes_himself_the_first_administrator() {
        var identity = engine.getIdentityService();
        var members = identity.createUserQuery().memberOfGroup("camunda-admin").list();
        assertThat(members).isNotEmpty();
        // the engine keeps its last administrator; whoever writes to the database does not
        database.update("delete from act_id_membership where group_id_ = 'camunda-admin'");
        try {
            String profile =
                    "{\"profile\":{\"id\":\"burglar\",\"firstName\":\"B\",\"lastName\":\"B\"},\"credentials\":{\"password\":\"Long-enough-1\"}}";
            for (String root : List.of(Attacker.REST, Attacker.WEB_APPS)) {
                for (Attacker attacker : List.of(
                        Attacker.anonymous(port, root),
                        Attacker.as("npo-lk", port, root),
                        Attacker.as("admin", port, root))) {
                    for (String path : List.of(
                            "/camunda/api/admin/setup/default/user/create",
                            "/camunda/api/admin/setup/default/user/create/",
                            "/camunda/api/admin//setup/default/user/create",
                            "/camunda/api/admin/%73etup/default/user/create",
                            "/camunda/api/admin/./setup/default/user/create",
                            "/camunda/api/admin/x/../setup/default/user/create",
                            "/camunda/api/admin;a=b/setup/default/user/create",
                            "/camunda/api/admin/SETUP/default/user/create",
                            "/camunda/api/engine/setup/default/user/create",
                            "/camunda/api/cockpit/setup/default/user/create",
                            "/user/create",
                            "/group/camunda-admin/members/npo-lk")) {
                        String method = path.startsWith("/group") ? "PUT" : "POST";
                        HttpResponse<String> answer = attacker.send(
                                method,
                                path,
                                "application/json",
                                profile.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                        assertThat(answer.statusCode()).as(path + answer.body()).isGreaterThanOrEqualTo(300);
                    }
                    for (String page : List.of(
                            "/camunda/app/admin/default/setup/",
                            "/camunda/app/admin/default/setup",
                            "/camunda/app/admin/default/%73etup/",
                            "/camunda/app/admin/default/setup/x")) {
                        assertThat(attacker.get(page).statusCode()).as(page).isNotEqualTo(200);
                    }
                }
            }
            assertThat(identity.createUserQuery().userId("burglar").count()).isZero();
            assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                    .isZero();
        } finally {
            members.forEach(member -> identity.createMembership(member.getId(), "camunda-admin"));
        }
    }
}
