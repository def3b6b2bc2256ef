package org.assent.login;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** A real Keycloak on this machine, with the realm of this test; the profile keycloak unpacks it. */
final class Keycloak implements AutoCloseable {

    private static final String REALM = "government";

    private final int port = free();
    private final Process process;

    /** @param desk where it is to tell of logouts */
    Keycloak(Path unpacked, String desk) {
        try (var found = Files.list(unpacked)) {
            Path home = found.filter(Files::isDirectory).findFirst().orElseThrow();
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.writeString(
                    realms.resolve(REALM + "-realm.json"),
                    Files.readString(Path.of("src/test/resources/keycloak/realm.json"))
                            .replace("{desk}", desk));
            ProcessBuilder start = new ProcessBuilder(
                            "sh",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port,
                            "--import-realm",
                            // each run has its own, empty
                            "--db=dev-mem")
                    .redirectErrorStream(true)
                    .redirectOutput(unpacked.resolve("keycloak.log").toFile());
            // in the place of its own, which choose another collector than the machine's settings may
            start.environment().remove("JDK_JAVA_OPTIONS");
            start.environment().put("JAVA_OPTS", "-Xms64m -Xmx512m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
            process = start.start();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await("Keycloak, whose log is in " + unpacked)
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(this::answers);
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/" + REALM;
    }

    /** Of a program, for itself. */
    String token(String client) throws IOException {
        var answer = new WebSession(0)
                .send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=client_credentials&client_secret=only-in-this-test&client_id=" + client)));
        return new ObjectMapper().readTree(answer.body()).path("access_token").asText();
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Keycloak has ended");
        }
        try {
            return WebSession.away(issuer() + "/.well-known/openid-configuration")
                            .statusCode()
                    == 200;
        } catch (AssertionError notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
    }

    static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
