package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Roots that leave the house: to an authority of time, to a file. */
@Tag("once")
class OutsideTest {

    @TempDir
    Path folder;

    @Test
    void an_authority_of_time_is_asked_for_the_newest_root_and_its_answer_kept() throws Exception {
        HttpServer authority = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        authority.createContext("/", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, asked.length);
            exchange.getResponseBody().write(asked);
            exchange.close();
        });
        authority.start();
        try {
            TimeStamps stamps = new TimeStamps(new LedgerSettings(
                    folder.toString(),
                    "",
                    "",
                    "",
                    Duration.ZERO,
                    Duration.ZERO,
                    "http://127.0.0.1:" + authority.getAddress().getPort() + "/",
                    LedgerSettings.Store.NONE));
            Seal newest = seal(2);

            stamps.stamp(number -> List.of(seal(1), newest));

            assertThat(TimeStamps.file(folder, 1)).doesNotExist();
            assertThat(TimeStamps.isAbout(Files.readAllBytes(TimeStamps.file(folder, 2)), newest.hash()))
                    .isTrue();
            assertThat(TimeStamps.isAbout(new byte[] {1}, newest.hash())).isFalse();
        } finally {
            authority.stop(0);
        }
    }

    /** As {@code openssl ts -query -sha256 -cert -no_nonce} writes it. */
    @Test
    void the_question_is_as_the_standard_has_it() {
        assertThat(HexFormat.of().formatHex(TimeStamps.request("abc")))
                .isEqualTo("3039020101" + "3031300d06096086480165030402010500" + "0420" + Hash.of("abc") + "0101ff");
    }

    @Test
    void the_last_line_is_found_without_reading_the_others() {
        RootsFile file = RootsFile.in(folder);
        assertThat(file.lastLine()).isNull();
        for (int number = 1; number <= 100; number++) {
            file.append(List.of(seal(number)));
        }

        assertThat(file.lastLine()).isEqualTo(seal(100).line());
        assertThat(file.lines()).hasSize(100);
    }

    @Test
    void an_interrupted_audit_is_resumed_after_the_chain_that_it_reached() {
        EntryMarks marks = new EntryMarks(folder);
        marks.of(Hash.NONE);
        Checkpoint first = Checkpoint.resume(folder, marks);
        assertThat(first.isResumed()).isFalse();
        first.begin(7, Map.of());
        assertThat(first.covers("a", 1)).isFalse();
        first.reached("b");

        Checkpoint second = Checkpoint.resume(folder, marks);

        assertThat(second.isResumed()).isTrue();
        assertThat(second.lastSeal()).isEqualTo(7);
        second.begin(9, Map.of("a", 3L, "b", 3L));
        assertThat(second.covers("a", 3)).isTrue();
        assertThat(second.covers("a", 4))
                .as("not sealed when the first audit ran")
                .isFalse();
        assertThat(second.covers("b", 1)).isFalse();
        assertThat(second.covers("a", 1)).as("once past, it is past").isFalse();
        second.remove();
        assertThat(Checkpoint.resume(folder, marks).isResumed()).isFalse();
    }

    @Test
    void a_checkpoint_that_somebody_wrote_by_hand_is_not_believed() throws Exception {
        EntryMarks marks = new EntryMarks(folder);
        Path file = folder.resolve("verify.checkpoint");
        Checkpoint without = Checkpoint.resume(folder, marks);
        without.begin(7, Map.of());
        without.reached("b");
        assertThat(file).as("without the secret nothing is noted").doesNotExist();

        marks.of(Hash.NONE);
        Checkpoint genuine = Checkpoint.resume(folder, marks);
        genuine.begin(7, Map.of());
        genuine.reached("b");
        assertThat(Checkpoint.resume(folder, marks).isResumed()).isTrue();

        String text = Files.readString(file);
        for (String forged : List.of(
                text.replaceFirst("b", "z"),
                text.replaceFirst("7", "9"),
                text.lines().limit(3).collect(Collectors.joining("\n")),
                "z\n1000\n" + Instant.now() + "\n" + Hash.of("z") + "\n")) {
            Files.writeString(file, forged);
            assertThat(Checkpoint.resume(folder, marks).isResumed()).as(forged).isFalse();
        }
        Files.writeString(file, text);
        assertThat(Checkpoint.resume(folder, new EntryMarks(folder.resolve("another desk's")))
                        .isResumed())
                .isFalse();
    }

    @Test
    void in_a_wrong_folder_no_database_is_made_and_called_whole() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        int status;
        try {
            status = VerifyCommand.run(
                    List.of(
                            "--spring.datasource.url=jdbc:h2:file:" + folder.resolve("data/assent") + ";WRITE_DELAY=0",
                            "--assent.ledger.folder=" + folder.resolve("data/ledger")),
                    new java.io.PrintStream(out, true, java.nio.charset.StandardCharsets.UTF_8));
        } finally {
            // the command wants no log beside its verdict, and the tests after this one look into theirs
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
        }

        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).contains(VerifyCommand.NO_DATABASE);
        assertThat(status).isEqualTo(2);
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void words_that_it_does_not_know_are_no_reason_to_say_whole() {
        for (String word : List.of("please", "--help", "--frobnicate", "--anew=yes please")) {
            var out = new java.io.ByteArrayOutputStream();
            int status = VerifyCommand.run(List.of(word, "--other"), new java.io.PrintStream(out, true));
            assertThat(status).as(word).isEqualTo(2);
            assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("Nothing was checked");
        }
    }

    @Test
    void a_file_of_the_ledger_that_cannot_be_read_is_named() throws Exception {
        Path secret = Files.writeString(folder.resolve("entry-key.hex"), "zz\n");
        assertThatThrownBy(() -> new EntryMarks(folder).known())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(secret.toString());
        Path key = Files.writeString(
                folder.resolve("x.pub.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
        assertThatThrownBy(() -> new SealingKeys(folder).known())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(key.toString());
        Path roots = Files.write(folder.resolve("roots.jsonl"), new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
        assertThatThrownBy(() -> RootsFile.in(folder).lines())
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(roots.toString());
    }

    private static Seal seal(long number) {
        Instant at = Instant.parse("2022-08-01T00:00:00Z");
        String hash = Seal.hashOf(number, at, 1, Hash.NONE, Hash.NONE);
        return new Seal(number, at, 1, Hash.NONE, Hash.NONE, hash, "key", "signature");
    }
}
