package org.assent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.ledger.VerifyCommand;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk as a program of its own, in an empty folder, killed while a case is under way, and started again. */
// killed: takes a desk of its own for a minute, so .ci/run gives it a place of its own
@Tag("once")
@Tag("killed")
class KilledInMidProcessTest {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path folder;

    private final HttpClient web = HttpClient.newHttpClient();
    private final List<Process> desks = new ArrayList<>();
    private String said = "";

    @AfterEach
    void nothingIsLeftRunning() throws InterruptedException {
        for (Process desk : desks) {
            desk.destroyForcibly().waitFor();
        }
    }

    @Test
    void what_was_answered_before_the_kill_is_there_after_the_start() throws Exception {
        byte[] sample = getClass()
                .getResourceAsStream("/samples/project-notification.txt")
                .readAllBytes();
        int port = start(1);
        JsonNode imported = json(post(port, sample, 201));
        String task = imported.get("taskId").asText();
        assertThat(imported.get("unread")).isEmpty();

        desks.get(0).destroyForcibly().waitFor();
        port = start(2);

        JsonNode tasks = json(get(port, "/engine-rest/task"));
        assertThat(tasks).hasSize(1);
        assertThat(tasks.get(0).get("id").asText()).isEqualTo(task);
        JsonNode form = json(get(port, "/engine-rest/task/" + task + "/form-variables?deserializeValues=false"));
        assertThat(form.toString())
                .contains("Workshop on Performance Management Systems and Productivity of the Public Sector")
                .contains("2022-08-24");
        assertThat(json(post(port, sample, 409)).get("message").asText()).contains("is known already");
        assertThat(Files.exists(folder.resolve("data/assent.mv.db"))).isTrue();
        theLedgerOutlivesTheKills();
    }

    /** While the desk runs it has the embedded database for itself; once it is dead, nothing that it answered is lost. */
    private void theLedgerOutlivesTheKills() throws InterruptedException {
        assertThat(verify()).isEqualTo(2);
        assertThat(said).contains("running desk");

        desks.get(1).destroyForcibly().waitFor();

        // 3: what is younger than the last seal
        assertThat(verify()).as(said).isIn(0, 3);
        assertThat(said).contains("rows compared").doesNotContain("NOT WHOLE");
    }

    private int verify() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int status = VerifyCommand.run(
                List.of(
                        "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data/assent") + ";WRITE_DELAY=0",
                        "--assent.ledger.folder=" + folder.resolve("data/ledger")),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        said = out.toString(StandardCharsets.UTF_8);
        return status;
    }

    private int start(int number) throws IOException {
        Path log = folder.resolve("desk" + number + ".log");
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        // without the tests' own classes: they would give the desk a database in memory
        String product = Arrays.stream(classes.split(File.pathSeparator))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        desks.add(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        product,
                        Assent.class.getName(),
                        "--server.port=0")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
        await().atMost(PATIENCE).until(() -> Files.readString(log).contains("Started Assent"));
        var port = PORT.matcher(Files.readString(log));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private String post(int port, byte[] document, int expected) throws Exception {
        var request = request(port, "/api/notifications")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(document))
                .build();
        var answer = web.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(expected);
        return answer.body();
    }

    private String get(int port, String path) throws Exception {
        return web.send(request(port, path).GET().build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static HttpRequest.Builder request(int port, String path) {
        String login = Base64.getEncoder().encodeToString("programme-officer:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + login);
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
