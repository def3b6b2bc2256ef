package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.assent.engine.FreshDesk;
import org.assent.engine.Payloads;
import org.assent.engine.Payloads.Payload;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/**
 * What attackers try in an expression, at each entrance of the running desk: queries and filters on both API roots,
 * deployments, and the engine itself. CVE-2026-109432 is among them, as it would be used.
 */
// a desk of its own: it counts what there is
// knocks at every door of the desk; whose rows are whose is asked of both databases by EconomiesApartTest and its like
@Tag("once")
@Tag("doors")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class KnownPayloadsTest {

    private static final Map<String, Attacker> LOGINS = new HashMap<>();
    private static final String ENTERS =
            "${''.getClass().forName('org.assent.access.Burglar').getMethod('enter').invoke(null)}";

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private String before = "";

    static Stream<Payload> payloads() {
        return Payloads.all().stream();
    }

    @BeforeEach
    void count() throws IOException {
        Burglar.ENTERED.set(0);
        java.nio.file.Files.deleteIfExists(Burglar.TRACE);
        before = things();
    }

    @AfterEach
    void nobodyWasInAndNothingHasChanged() {
        engine.getIdentityService().clearAuthentication();
        assertThat(Burglar.wasIn()).as("an expression ran code").isFalse();
        assertThat(things()).isEqualTo(before);
    }

    private String things() {
        return engine.getFilterService().createFilterQuery().list().stream()
                        .map(filter -> filter.getId()
                                + filter.getName()
                                + ((org.camunda.bpm.engine.impl.persistence.entity.FilterEntity) filter)
                                        .getQueryInternal())
                        .sorted()
                        .toList()
                + " " + engine.getRepositoryService().createDeploymentQuery().count();
    }

    private Attacker administrator(String root) {
        return LOGINS.computeIfAbsent(root + port, any -> Attacker.as("admin", port, root));
    }

    private String myTasks() {
        return engine.getFilterService()
                .createFilterQuery()
                .filterName("My tasks")
                .singleResult()
                .getId();
    }

    private static String json(String text) {
        return JsonNodeFactory.instance.textNode(text).toString();
    }

    /** The alarm rings where the fence is not: otherwise a silent alarm would prove nothing. */
    @Test
    void the_burglar_would_be_seen() {
        JuelExpressionManager open = new JuelExpressionManager() {
            @Override
            protected ELResolver createElResolver() {
                return new BeanELResolver();
            }
        };
        engine(() -> open.createExpression(ENTERS).getValue(new ExecutionEntity()));
        assertThat(Burglar.wasIn()).isTrue();
        Burglar.ENTERED.set(0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void queries_and_filters_on_both_roots_refuse_it(Payload payload) {
        String text = json(payload.text());
        for (String root : List.of(Attacker.REST, Attacker.WEB_APPS)) {
            Attacker admin = administrator(root);
            refused(admin.post("/task", "{\"orQueries\":[{\"candidateUserExpression\":" + text + "}]}"));
            refused(admin.post("/filter/" + myTasks() + "/list", "{\"candidateGroupExpression\":" + text + "}"));
            refused(admin.post(
                    "/filter/create",
                    "{\"resourceType\":\"Task\",\"name\":\"b\",\"query\":{\"orQueries\":[{\"assigneeExpression\":"
                            + text + "}]}}"));
            refused(admin.deploy(
                    "burgle.bpmn",
                    "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' targetNamespace='t'><process id='burgle' isExecutable='true'><startEvent id='s'/><sequenceFlow id='f' sourceRef='s' targetRef='u'/><userTask id='u' camunda:assignee='"
                            + HtmlUtils.htmlEscape(payload.text().replace("\0", "%"), "UTF-8")
                            + "'/></process></definitions>"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void the_engine_itself_refuses_it(Payload payload) {
        assertThatThrownBy(() -> engine.getTaskService()
                        .createTaskQuery()
                        .or()
                        .taskCandidateUserExpression(payload.text())
                        .endOr()
                        .list())
                .as("in a query")
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> engine.getRepositoryService()
                        .createDeployment()
                        .addModelInstance(
                                "burgle.bpmn",
                                Bpmn.createExecutableProcess("burgle")
                                        .startEvent()
                                        .userTask()
                                        .camundaAssignee(payload.text().replace("\0", "%"))
                                        .endEvent()
                                        .done())
                        .deploy())
                .as("in a model")
                .isInstanceOf(RuntimeException.class);
        var closed = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getExpressionManager();
        assertThatThrownBy(() ->
                        engine(() -> closed.createExpression(payload.text()).getValue(execution())))
                .as("evaluated")
                .isInstanceOf(RuntimeException.class);
    }

    /** Each name by which a task query takes an expression, in each shape of a request. */
    @Test
    void every_expression_of_a_task_query_is_refused_in_every_shape() {
        List<String> names = Arrays.stream(TaskQueryDto.class.getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .toList();
        assertThat(names).hasSizeGreaterThan(15).contains("candidateUserExpression", "dueBeforeExpression");
        String text = json("${currentUser()}");
        for (String root : List.of(Attacker.REST, Attacker.WEB_APPS)) {
            Attacker admin = administrator(root);
            for (String name : names) {
                String one = "{\"" + name + "\":" + text + "}";
                refusedAtTheDoor(admin.get("/task?" + name + "=" + Attacker.encoded("${currentUser()}")));
                refusedAtTheDoor(admin.get("/task/count?" + name + "=x"));
                refusedAtTheDoor(admin.post("/task", one));
                refusedAtTheDoor(admin.post("/task/count", "{\"orQueries\":[" + one + "]}"));
                refusedAtTheDoor(admin.post("/filter/" + myTasks() + "/count", "{\"orQueries\":[" + one + "]}"));
                refusedAtTheDoor(admin.post("/filter/" + myTasks() + "/singleResult", one));
            }
        }
    }

    /** The same query, dressed so that a fence might read something else than the engine does. */
    @ParameterizedTest
    @ValueSource(strings = {Attacker.REST, Attacker.WEB_APPS})
    void no_disguise_of_a_request_gets_through(String root) throws IOException {
        Attacker admin = administrator(root);
        String bad = "{\"orQueries\":[{\"candidateUserExpression\":" + json(ENTERS) + "}]}";
        List<String> addresses =
                List.of("/task", "/task/count", "/filter/" + myTasks() + "/list", "/filter/" + myTasks() + "/count");
        for (String address : addresses) {
            for (String type : List.of(
                    "application/json",
                    "application/json;charset=UTF-8",
                    "application/JSON",
                    "application/hal+json",
                    "text/plain",
                    "text/json",
                    "*/*",
                    "application/x-www-form-urlencoded",
                    "application/octet-stream",
                    "application/pdf",
                    "multipart/mixed; boundary=x",
                    "multipart/form-data; boundary=x",
                    "nonsense")) {
                refused(admin.send("POST", address, type, bad.getBytes(StandardCharsets.UTF_8)));
            }
            for (String charset :
                    List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "IBM037", "ISO-8859-1", "x-nonsense")) {
                byte[] body =
                        bad.getBytes(Charset.isSupported(charset) ? Charset.forName(charset) : StandardCharsets.UTF_8);
                refused(admin.send("POST", address, "application/json;charset=" + charset, body));
                refused(admin.send("POST", address, "application/json; charset=\"" + charset + "\"", body));
                refused(admin.send("POST", address, "application/json", body));
            }
            // UTF-7
            refused(admin.send(
                    "POST",
                    address,
                    "application/json;charset=UTF-7",
                    bad.replace("{", "+AHs-").getBytes(StandardCharsets.UTF_8)));
            refused(admin.compressed(address, gzip(bad)));
            for (String dressed : List.of(
                    "\uFEFF" + bad,
                    "/* x */" + bad,
                    "// x\n" + bad,
                    " \n\t" + bad,
                    bad.replace("candidateUserExpression", "candidateUser\\u0045xpression"),
                    bad.replace("\"", "'"),
                    bad.replace("}]}", "}],}"),
                    bad.replace("}]}", "}],\"orQueries\":[]}"),
                    bad.replace("}]}", "},{}],\"name\":NaN}"),
                    "{\"orQueries\":[],\"orQueries\":[{\"assigneeExpression\":" + json(ENTERS) + "}]}",
                    "{\"orQueries\":[{\"orQueries\":[{\"assigneeExpression\":" + json(ENTERS) + "}]}]}",
                    "{\"assigneeExpression\":" + json(ENTERS) + ",\"assigneeExpression\":null}",
                    bad + bad,
                    "{} " + bad,
                    "[" + bad + "]",
                    bad.substring(0, bad.length() - 1))) {
                refusedAtTheDoor(admin.post(address, dressed));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Attacker.REST, Attacker.WEB_APPS})
    void nobody_creates_or_edits_a_filter_with_an_expression_nor_the_one_that_is_seeded(String root) {
        Attacker admin = administrator(root);
        String filter = "/filter/" + myTasks();
        for (String query : List.of(
                "{\"assigneeExpression\":\"${currentUser()}\"}",
                "{\"candidateGroupInExpression\":\"${currentUserGroups()}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${currentUser()}\"}]}")) {
            String body = "{\"resourceType\":\"Task\",\"name\":\"b\",\"query\":" + query + "}";
            refused(admin.post("/filter/create", body));
            refused(admin.send("PUT", filter, "application/json", body.getBytes(StandardCharsets.UTF_8)));
        }
        String harmless = "{\"resourceType\":\"Task\",\"name\":\"My tasks\",\"query\":{},\"properties\":{}}";
        refused(admin.send("PUT", filter, "application/json", harmless.getBytes(StandardCharsets.UTF_8)));
        refused(admin.send("DELETE", filter, "application/json", new byte[0]));
    }

    /** The layer below the API, for whatever finds another way to it. */
    @Test
    void the_engine_refuses_filters_with_expressions_of_anybody_who_is_logged_in() {
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        for (String expression : List.of("${currentUser()}", ENTERS)) {
            Filter filter = engine.getFilterService().newTaskFilter("b");
            filter.setQuery(engine.getTaskService()
                    .createTaskQuery()
                    .or()
                    .taskAssigneeExpression(expression)
                    .endOr());
            assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                    .hasMessageContaining("Filters with expressions");
            assertThatThrownBy(() -> engine.getFilterService()
                            .list(
                                    myTasks(),
                                    engine.getTaskService().createTaskQuery().taskAssigneeExpression(expression)))
                    .hasMessageContaining("not accepted");
            assertThatThrownBy(() -> engine.getTaskService()
                            .createTaskQuery()
                            .or()
                            .taskAssigneeExpression(expression)
                            .endOr()
                            .count())
                    .isInstanceOf(RuntimeException.class);
        }
        Filter seeded = engine.getFilterService().getFilter(myTasks()).setName("Everything");
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(seeded))
                .hasMessageContaining("application's own");
        assertThatThrownBy(() -> engine.getFilterService().deleteFilter(myTasks()))
                .hasMessageContaining("stays");
    }

    /** A filter that got into the database by another way still evaluates nothing. */
    @Test
    void a_planted_filter_evaluates_nothing_but_the_two() {
        Filter planted = engine.getFilterService().newTaskFilter("planted");
        planted.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression(ENTERS)
                .endOr());
        engine.getFilterService().saveFilter(planted);
        try {
            assertThatThrownBy(() -> engine.getFilterService().count(planted.getId()))
                    .isInstanceOf(RuntimeException.class);
            refused(administrator(Attacker.REST).post("/filter/" + planted.getId() + "/list", "{}"));
        } finally {
            engine.getFilterService().deleteFilter(planted.getId());
        }
        assertThat(administrator(Attacker.REST)
                        .post("/filter/" + myTasks() + "/count", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(administrator(Attacker.WEB_APPS)
                        .post("/filter/" + myTasks() + "/list", "{}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** The published proof, without a login: the engine as shipped evaluates it for anybody. */
    @ParameterizedTest
    @ValueSource(strings = {Attacker.REST, Attacker.WEB_APPS})
    void the_published_hole_is_shut_to_everybody(String root) {
        String attack = "{\"orQueries\":[{\"candidateUserExpression\":" + json(ENTERS) + "}]}";
        for (Attacker attacker :
                List.of(Attacker.anonymous(port, root), Attacker.as("npo-lk", port, root), administrator(root))) {
            for (String address : List.of("/task", "/task/count", "/filter/" + myTasks() + "/list")) {
                HttpResponse<String> answer = attacker.post(address, attack);
                refused(answer);
                assertThat(answer.body()).doesNotContain("Unable to resolve", "java.", "ENGINE-");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {Attacker.REST, Attacker.WEB_APPS})
    void other_queries_and_calls_take_no_expression_either(String root) {
        Attacker admin = administrator(root);
        String text = json(ENTERS);
        List<HttpResponse<String>> answers = new ArrayList<>();
        for (String address : List.of(
                "/history/task",
                "/history/process-instance",
                "/process-instance",
                "/execution",
                "/variable-instance",
                "/external-task",
                "/external-task/fetchAndLock",
                "/condition",
                "/message",
                "/signal",
                "/process-instance/delete",
                "/process-instance/message-async",
                "/process-instance/variables-async",
                "/modification/execute",
                "/migration/execute",
                "/history/decision-instance/delete",
                "/task/create",
                "/process-definition/key/project/start",
                "/process-definition/key/project/submit-form",
                "/decision-definition/key/eligibility/evaluate")) {
            answers.add(admin.post(address, "{\"assigneeExpression\":" + text + "}"));
            answers.add(admin.post(address, "{\"a\":[{\"b\":{\"taskQuery\":{\"ownerExpression\":" + text + "}}}]}"));
        }
        answers.forEach(this::refused);
    }

    private void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
                .isBetween(400, 499);
    }

    /** By the fence in front, before the engine has read a word. */
    private void refusedAtTheDoor(HttpResponse<String> answer) {
        assertThat(answer.statusCode())
                .as("%s %s: %s", answer.request().method(), answer.uri(), answer.body())
                .isEqualTo(400);
        assertThat(answer.body()).contains("Expressions are not accepted in queries.");
    }

    private void engine(Runnable evaluates) {
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getCommandExecutorTxRequired()
                .execute(context -> {
                    evaluates.run();
                    return null;
                });
    }

    private static ExecutionEntity execution() {
        return new ExecutionEntity() {
            @Override
            public boolean hasVariable(String name) {
                return name.equals("kind");
            }

            @Override
            public Object getVariable(String name) {
                return "CANCEL";
            }
        };
    }

    private static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
