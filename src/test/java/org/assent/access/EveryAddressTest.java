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
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assent.access.EngineAddresses.Address;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every address of the engine's API, without exception: closed to strangers, silent about other economies and offices, and unchanged by auditors. */
// knocks at every door of the desk; whose rows are whose is asked of both databases by EconomiesApartTest and its like
@Tag("once")
@Tag("doors")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class EveryAddressTest {

    private static final Set<Address> ALL = EngineAddresses.ofTheEngine();
    private static final List<String> OUTSIDERS =
            List.of("another-npo", "another-office", "process-owners", "account-administrators", "accounts", "nobody");
    /** Queries come by POST too. */
    private static final Set<Address> QUESTIONS = ALL.stream()
            .filter(address -> address.isAsked()
                    || address.method().equals("POST")
                            && !address.namesSomething()
                            && ALL.contains(new Address("GET", address.path()))
                            && !address.path().startsWith("/telemetry")
                            && !address.path().equals("/identity/password-policy"))
            .collect(Collectors.toCollection(TreeSet::new));

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    JdbcTemplate database;

    @LocalServerPort
    int port;

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
    void a_stranger_gets_nothing_at_any_address_of_either_root() {
        assertThat(ALL).hasSizeGreaterThan(400);
        List<String> open = new ArrayList<>();
        for (String root : List.of("/engine-rest", "/camunda/api/engine/engine/default")) {
            for (Address address : ALL) {
                int status = send("", address.method(), root + address.path().replaceAll("[{}]", ""), "{}")
                        .statusCode();
                if (status != 401 && status != 403) {
                    open.add(status + " " + address.method() + " " + root + address.path());
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void outsiders_get_the_same_answers_whether_or_not_there_are_cases_of_others() {
        List<Address> lists =
                QUESTIONS.stream().filter(address -> !address.namesSomething()).toList();
        assertThat(lists).hasSizeGreaterThan(100);
        Map<String, String> before = answers(lists);

        trial.cases(projects);

        Map<String, String> after = answers(lists);
        assertThat(differences(before, after)).isEmpty();
        // and the same questions do tell somebody something, or this would prove nothing
        assertThat(answered("camunda-admin", lists))
                .filteredOn(answer -> answer.contains(Trial.role("npo-liaison").user()))
                .hasSizeGreaterThan(5);
    }

    @Test
    void an_outsider_opens_nothing_of_nepal_s_case_by_its_ids() {
        trial.cases(projects);
        trial.batch();
        List<String> told = new ArrayList<>();
        for (Address address : ALL) {
            if (!address.isAsked() || !address.namesSomething() || isPublic(address.path())) {
                continue;
            }
            String path = trial.concrete(address.path());
            if (path.contains("nothing-of-this-name")) {
                continue;
            }
            for (String outsider : List.of("another-npo", "another-office", "account-administrators", "nobody")) {
                HttpResponse<String> answer = send(outsider, "GET", "/engine-rest" + path, "");
                String body = answer.body().replace(path.split("/")[2], "");
                boolean accounts = outsider.equals("account-administrators") && path.matches("/(user|group|tenant)/.*");
                if (!accounts && (answer.statusCode() == 200 && !isEmpty(body) || namesNepal(body))) {
                    told.add(outsider + ": " + address + " " + answer.statusCode() + " " + body);
                }
            }
        }
        assertThat(told).isEmpty();
    }

    @Test
    void auditors_and_outsiders_change_nothing_at_any_address() {
        trial.cases(projects);
        trial.batch();
        Map<String, String> before = fingerprint();
        List<String> done = new ArrayList<>();
        for (String who : List.of("auditors", "another-npo", "another-office", "process-owners", "nobody")) {
            for (Address address : ALL) {
                // deploying is what process owners may do
                if (QUESTIONS.contains(address)
                        || who.equals("process-owners") && address.path().startsWith("/deployment")) {
                    continue;
                }
                String path = trial.concrete(address.path());
                HttpResponse<String> answer =
                        send(who, address.method(), "/engine-rest" + path, trial.filled(EngineBodies.of(address)));
                if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
                    before = note(done, who + ": " + address + " " + answer.statusCode(), before);
                }
            }
            before = note(done, who + ": some refused address", before);
        }
        assertThat(done).isEmpty();
    }

    private Map<String, String> note(List<String> done, String what, Map<String, String> before) {
        Map<String, String> now = fingerprint();
        if (!now.equals(before)) {
            done.add(what + " changed " + changed(before, now));
        }
        return now;
    }

    private static boolean isEmpty(String body) {
        return body.isBlank() || body.equals("[]") || body.equals("{}") || body.equals("{\"count\":0}");
    }

    /** What everybody may read who may see the model: neither a case nor a person. */
    private static boolean isPublic(String path) {
        return path.matches("/(process-definition|decision-definition|job-definition|filter)/.*");
    }

    private boolean namesNepal(String body) {
        return body.contains(Trial.COMMENT)
                || body.contains(Trial.ATTACHMENT)
                || body.contains(Trial.role("npo-liaison").user() + "\"")
                || trial.ids().stream().anyMatch(body::contains);
    }

    private Map<String, String> answers(List<Address> addresses) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String outsider : OUTSIDERS) {
            for (Address address : addresses) {
                HttpResponse<String> answer = send(outsider, address.method(), "/engine-rest" + address.path(), "{}");
                answers.put(outsider + ": " + address, answer.statusCode() + " " + plain(answer.body()));
            }
        }
        return answers;
    }

    private List<String> answered(String who, List<Address> addresses) {
        return addresses.stream()
                .map(address -> send(who, address.method(), "/engine-rest" + address.path(), "{}")
                        .body())
                .toList();
    }

    /** References of failures and the time of the answer say nothing. */
    private static String plain(String body) {
        return Attacker.plain(body).replaceAll("\"timestamp\":\"[^\"]*\"", "");
    }

    private static List<String> differences(Map<String, String> before, Map<String, String> after) {
        return before.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(after.get(entry.getKey())))
                .map(entry -> entry.getKey() + "\n    " + entry.getValue() + "\n    " + after.get(entry.getKey()))
                .toList();
    }

    /** Each of the engine's tables by a digest of its rows; counters of use are not a change. */
    private Map<String, String> fingerprint() {
        Map<String, String> tables = new TreeMap<>();
        for (String table : database.queryForList(
                "select table_name from information_schema.tables where lower(table_name) like 'act\\_%'",
                String.class)) {
            String name = table.toLowerCase(Locale.ROOT);
            if (!name.matches("act_ru_meter_log|act_ru_task_meter_log|act_ge_schema_log")) {
                List<String> rows = database.query("select * from " + name, (row, number) -> {
                    StringBuilder line = new StringBuilder();
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        String type = row.getMetaData().getColumnTypeName(column);
                        line.append(
                                        type.matches("(?i)blob|bytea|binary.*")
                                                ? java.util.Arrays.hashCode(row.getBytes(column))
                                                : row.getString(column))
                                .append('|');
                    }
                    return line.toString();
                });
                tables.put(
                        name,
                        rows.size() + ":"
                                + rows.stream()
                                        .sorted()
                                        .collect(Collectors.joining())
                                        .hashCode());
            }
        }
        return tables;
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> now) {
        return now.keySet().stream()
                .filter(table -> !now.get(table).equals(before.get(table)))
                .toList();
    }

    private HttpResponse<String> send(String role, String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .header("Accept", "*/*")
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!role.isEmpty()) {
            String login = Trial.role(role).user() + ":" + Trial.PASSWORD;
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
}
