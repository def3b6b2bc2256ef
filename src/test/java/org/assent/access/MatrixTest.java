package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assent.engine.Drawings;
import org.assent.engine.FreshDesk;
import org.assent.login.WebSession;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.OptimizePermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.webapp.plugin.spi.AppPlugin;
import org.camunda.bpm.welcome.Welcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every role with every process, kind of thing and kind of task, against tables written by hand: a grant too many is red. */
// knocks at every door of the desk; whose rows are whose is asked of both databases by EconomiesApartTest and its like
@Tag("once")
@Tag("doors")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class MatrixTest {

    private static final List<Permission> PERMISSIONS = Stream.<Permission[]>of(
                    Permissions.values(),
                    ProcessDefinitionPermissions.values(),
                    ProcessInstancePermissions.values(),
                    TaskPermissions.values(),
                    HistoricProcessInstancePermissions.values(),
                    HistoricTaskPermissions.values(),
                    BatchPermissions.values(),
                    SystemPermissions.values(),
                    OptimizePermissions.values(),
                    UserOperationLogCategoryPermissions.values())
            .flatMap(Arrays::stream)
            .filter(permission -> permission.getValue() != 0)
            .toList();

    /** What a word of the table means to the engine. */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "definition", Set.of("READ"),
            "start", Set.of("CREATE_INSTANCE"),
            "cases", Set.of("READ_INSTANCE"),
            "tasks", Set.of("READ_TASK"),
            "history", Set.of("READ_HISTORY"),
            "work", Set.of("TASK_WORK"));

    @Autowired
    ProcessEngine engine;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ProjectFixture projects;

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    @Value("${assent.mail.outbox}")
    Path outbox;

    private final HttpClient http = HttpClient.newHttpClient();
    private Trial trial;

    @BeforeEach
    void people() {
        trial = new Trial(engine);
    }

    @AfterEach
    void nobodyIsLeft() {
        trial.close();
    }

    @Test
    void every_group_of_the_role_file_has_a_column() {
        Set<String> tried = new TreeSet<>();
        Trial.ROLES.forEach(role -> tried.addAll(role.groups()));

        assertThat(tried).containsAll(AccessSetup.read().groups().keySet()).contains("camunda-admin");
    }

    @Test
    void each_role_has_the_rights_on_each_process_that_its_work_asks_for() {
        Matrix matrix = Matrix.read("matrix-processes");
        MatrixReport report = new MatrixReport(matrix);
        Set<String> deployed = new TreeSet<>();
        engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey)
                .forEach(deployed::add);
        assertThat(deployed).hasSizeGreaterThan(12);
        sameNames(report, deployed, rows(matrix, "process"));
        for (Matrix.Row row : matrix.rows()) {
            for (Trial.Role role : Trial.ROLES) {
                Set<String> has = new TreeSet<>();
                permissions(Resources.PROCESS_DEFINITION)
                        .filter(permission ->
                                isAllowed(role, permission, Resources.PROCESS_DEFINITION, row.get("process")))
                        .forEach(permission -> has.add(permission.getName()));
                report.saw(row, role.name(), words(has));
            }
        }
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void each_role_has_the_rights_on_each_kind_of_thing_that_its_work_asks_for() {
        Matrix matrix = Matrix.read("matrix-resources");
        MatrixReport report = new MatrixReport(matrix);
        Set<String> kinds = new TreeSet<>();
        for (Resources resource : Resources.values()) {
            permissions(resource).forEach(permission -> kinds.add(resource.name() + " " + permission.getName()));
        }
        Set<String> named = new TreeSet<>();
        matrix.rows().forEach(row -> named.add(row.get("resource") + " " + row.get("permission")));
        sameNames(report, kinds, named);
        for (Matrix.Row row : matrix.rows()) {
            Resources resource = Resources.valueOf(row.get("resource"));
            Permission permission = permissions(resource)
                    .filter(one -> one.getName().equals(row.get("permission")))
                    .findFirst()
                    .orElseThrow();
            for (Trial.Role role : Trial.ROLES) {
                report.saw(row, role.name(), isAllowed(role, permission, resource, row.get("id")) ? "y" : "n");
            }
        }
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void each_kind_of_task_is_seen_and_worked_on_by_those_whose_it_is() {
        Matrix matrix = Matrix.read("matrix-tasks");
        MatrixReport report = new MatrixReport(matrix);
        Set<String> drawn = new TreeSet<>();
        Drawings.models().stream().map(Drawings::nameOf).forEach(process -> Trial.tasksOf(process)
                .forEach(task -> drawn.add(process + " " + task)));
        Set<String> named = new TreeSet<>();
        matrix.rows().forEach(row -> named.add(row.get("process") + " " + row.get("task")));
        assertThat(drawn).hasSizeGreaterThan(40);
        sameNames(report, drawn, named);
        for (Matrix.Row row : matrix.rows()) {
            String process = row.get("process");
            boolean ofOffice = row.get("belongs to").startsWith("Ministry");
            Task task = trial.task(process, row.get("task"), ofOffice ? "industries/2023-24" : "22-TR-01-GE-WSP-A");
            for (Trial.Role role : Trial.ROLES) {
                report.saw(row, role.name(), workOn(task.getId(), role));
            }
        }
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void the_engine_s_api_answers_each_role_what_it_should() {
        trial.cases(projects);
        trial.batch();
        Matrix matrix = Matrix.read("matrix-requests");
        MatrixReport report = new MatrixReport(matrix);
        for (Matrix.Row row : matrix.rows()) {
            for (Trial.Role role : Trial.ROLES) {
                judge(
                        report,
                        row,
                        role,
                        program(
                                role,
                                row.get("method"),
                                "/engine-rest" + trial.filled(row.get("path")),
                                "application/json",
                                trial.filled(row.get("body"))));
            }
        }
        assertThat(report.wrong()).isEmpty();
    }

    @Test
    void every_address_of_ours_lets_those_through_whose_business_it_is() throws IOException {
        trial.cases(projects);
        trial.agreement();
        trial.knows("{letter}", "matrix-letter.eml");
        Path letter = outbox.resolve("matrix-letter.eml");
        Files.createDirectories(letter.getParent());
        Files.writeString(letter, "To: npo-np@example.org\r\nSubject: Matrix\r\n\r\nGood morning\r\n");
        Matrix matrix = Matrix.read("matrix-addresses");
        MatrixReport report = new MatrixReport(matrix);
        Set<String> named = new TreeSet<>();
        matrix.rows().forEach(row -> named.add(row.get("method") + " " + row.get("address")));
        Set<String> there = addresses();
        assertThat(there).hasSizeGreaterThan(50);
        sameNames(report, there, named);
        for (Trial.Role role : Trial.ROLES) {
            WebSession session = new WebSession(port);
            if (!role.isAnonymous()) {
                session = WebSession.of(port, role.user(), Trial.PASSWORD);
            }
            for (Matrix.Row row : matrix.rows()) {
                String path = trial.filled(row.get("try"));
                String method = row.get("method").equals("*") ? "GET" : row.get("method");
                boolean program =
                        path.startsWith("/api/") || path.startsWith("/engine-rest/") || path.startsWith("/actuator");
                judge(
                        report,
                        row,
                        role,
                        program
                                ? program(role, method, path, row.get("type"), row.get("body"))
                                : method.equals("GET")
                                        ? session.get(path)
                                        : session.send(method, path, row.get("type"), row.get("body")));
            }
        }
        Files.delete(letter);
        assertThat(report.wrong()).isEmpty();
    }

    /** Whatever this application answers at: Spring's controllers, what stands behind the web apps, and all servlets. */
    private Set<String> addresses() {
        Set<String> all = new TreeSet<>();
        application
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues()
                        .forEach(pattern -> {
                            if (info.getMethodsCondition().getMethods().isEmpty()) {
                                all.add("* " + pattern);
                            }
                            info.getMethodsCondition().getMethods().forEach(method -> all.add(method + " " + pattern));
                        })));
        plugins(
                "/camunda/api/tasklist",
                Tasklist.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
                all);
        plugins(
                "/camunda/api/cockpit",
                Cockpit.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
                all);
        plugins(
                "/camunda/api/admin",
                Admin.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
                all);
        plugins(
                "/camunda/api/welcome",
                Welcome.getRuntimeDelegate().getAppPluginRegistry().getPlugins(),
                all);
        application.getServletContext().getServletRegistrations().values().forEach(servlet -> servlet.getMappings()
                .forEach(mapping -> all.add("GET " + mapping)));
        // the web apps' pages come from a filter, which names none of them
        List.of("tasklist", "cockpit", "admin", "welcome").forEach(app -> all.add("GET /camunda/app/" + app + "/*"));
        return all;
    }

    private static void plugins(String root, List<? extends AppPlugin> plugins, Set<String> all) {
        plugins.forEach(plugin -> EngineAddresses.of(plugin.getResourceClasses())
                .forEach(address -> all.add(address.method() + " " + root + address.path())));
    }

    /** Whether what came is what was expected; who has not logged in is sent to do so, or refused. */
    private static void judge(MatrixReport report, Matrix.Row row, Trial.Role role, HttpResponse<String> answer) {
        boolean allowed = "y".equals(row.expected().get(role.name()));
        boolean stranger = role.isAnonymous()
                && (answer.statusCode() == 401
                        || answer.statusCode() == 403
                        || answer.headers().firstValue("Location").orElse("").contains("/login"));
        boolean right = allowed ? meets(row.get("yes"), answer) : meets(row.get("no"), answer) || stranger;
        String shown = answer.body().replaceAll("\\s+", " ");
        report.saw(
                row,
                role.name(),
                right
                        ? allowed ? "y" : "n"
                        : answer.statusCode() + " " + shown.substring(0, Math.min(160, shown.length())),
                right);
    }

    private static boolean meets(String expected, HttpResponse<String> answer) {
        return Arrays.stream(expected.split("\\|")).map(String::strip).anyMatch(one -> {
            String body = answer.body().strip();
            boolean none = body.equals("[]") || body.equals("{\"count\":0}");
            return switch (one) {
                case "rows" -> answer.statusCode() == 200 && !none;
                case "none" -> answer.statusCode() == 200 && none;
                default -> {
                    String[] parts = one.split(":", 2);
                    yield String.valueOf(answer.statusCode()).equals(parts[0])
                            && (parts.length == 1
                                    || body.contains(parts[1])
                                    || answer.headers()
                                            .firstValue("Location")
                                            .orElse("")
                                            .contains(parts[1]));
                }
            };
        });
    }

    private HttpResponse<String> program(Trial.Role role, String method, String path, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type.isEmpty() ? "application/json" : type)
                .header("Accept", "*/*")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!role.isAnonymous()) {
            String login = role.user() + ":" + Trial.PASSWORD;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Sees: finds it in a list. Works: claims it, and is let to its form, which then refuses a field that it does not offer. */
    private String workOn(String task, Trial.Role role) {
        if (role.isAnonymous()) {
            // whoever has not logged in does not come as far as the engine: EveryAddressTest
            return "";
        }
        boolean sees = as(
                role,
                () -> engine.getTaskService().createTaskQuery().taskId(task).count() == 1);
        boolean claims = as(role, () -> isLet(() -> engine.getTaskService().claim(task, role.user())));
        boolean completes = as(
                role, () -> isLet(() -> engine.getFormService().submitTaskForm(task, Map.of("noSuchField", "tried"))));
        if (claims != completes || claims && !sees) {
            return "sees " + sees + ", claims " + claims + ", completes " + completes;
        }
        return claims ? "works" : sees ? "sees" : "";
    }

    private static boolean isLet(Runnable act) {
        try {
            act.run();
            return true;
        } catch (AuthorizationException refused) {
            return false;
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage()).contains("noSuchField");
        }
    }

    /** Nothing that is tried stays. */
    private <T> T as(Trial.Role role, Supplier<T> act) {
        return new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return acting(role, act);
        });
    }

    private <T> T acting(Trial.Role role, Supplier<T> act) {
        EngineUsers.actAs(engine.getIdentityService(), role.user());
        try {
            return act.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private boolean isAllowed(Trial.Role role, Permission permission, Resource resource, String id) {
        if (role.isAnonymous()) {
            return false;
        }
        try {
            return engine.getAuthorizationService()
                    .isUserAuthorized(role.user(), new ArrayList<>(role.groups()), permission, resource, id);
        } catch (BadUserRequestException switchedOff) {
            // rights on single finished cases and tasks: nobody has any
            return false;
        }
    }

    private static Stream<Permission> permissions(Resource resource) {
        Set<String> names = new HashSet<>();
        return PERMISSIONS.stream()
                .filter(permission -> Arrays.stream(permission.getTypes())
                        .anyMatch(kind -> kind.resourceType() == resource.resourceType()))
                .filter(permission -> names.add(permission.getName()));
    }

    private static String words(Set<String> has) {
        if (has.contains("ALL")) {
            return "everything";
        }
        Set<String> rest = new TreeSet<>(has);
        List<String> words = new ArrayList<>();
        for (String word : List.of("definition", "start", "cases", "tasks", "history", "work")) {
            if (rest.removeAll(WORDS.get(word))) {
                words.add(word);
            }
        }
        words.addAll(rest);
        return String.join(" ", words);
    }

    private static void sameNames(MatrixReport report, Set<String> there, Set<String> named) {
        there.stream().filter(name -> !named.contains(name)).forEach(name -> report.missing("no row names " + name));
        named.stream()
                .filter(name -> !there.contains(name))
                .forEach(name -> report.missing("a row names " + name + ", which is not there"));
    }

    private static Set<String> rows(Matrix matrix, String column) {
        Set<String> named = new TreeSet<>();
        matrix.rows().forEach(row -> named.add(row.get(column)));
        return named;
    }
}
