package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        Checkpoint first = Checkpoint.resume(folder);
        assertThat(first.isResumed()).isFalse();
        first.begin(1000);
        assertThat(first.covers("a", 1)).isFalse();
        first.reached("b");

        Checkpoint second = Checkpoint.resume(folder);

        assertThat(second.isResumed()).isTrue();
        assertThat(second.covers("a", 999)).isTrue();
        assertThat(second.covers("a", 1001)).as("younger than the first audit").isFalse();
        assertThat(second.covers("b", 5)).isFalse();
        assertThat(second.covers("c", 5)).isFalse();
        second.remove();
        assertThat(Checkpoint.resume(folder).isResumed()).isFalse();
    }

    private static Seal seal(long number) {
        Instant at = Instant.parse("2022-08-01T00:00:00Z");
        String hash = Seal.hashOf(number, at, 1, Hash.NONE, Hash.NONE);
        return new Seal(number, at, 1, Hash.NONE, Hash.NONE, hash, "key", "signature");
    }
}
