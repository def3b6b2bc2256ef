package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assent.access.EngineUsers;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;

/** Letters of the APO's projects and of the government's agreements lie in one outbox, and each reads their own. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class OutboxPageTest {

    private static final List<String> TO = List.of(
            "npo-lk@example.org", "apa@industries.example", "secretary@industries.example", "apa@commerce.example");

    @Value("${assent.mail.outbox}")
    Path folder;

    @Autowired
    OutboxPage page;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void oneLetterToEach() throws IOException {
        Files.createDirectories(folder);
        for (String to : TO) {
            Files.writeString(file(to), "To: %s\r\nSubject: Outbox test\r\n\r\nGood morning\r\n".formatted(to));
        }
    }

    @AfterEach
    void none() throws IOException {
        for (String to : TO) {
            Files.delete(file(to));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "npo-lk, 1000",
        "npo-np, 0000",
        "industries-apa, 0100",
        "industries-head, 0010",
        "commerce-apa, 0001",
        "bsti-apa, 0000",
        "programme-officer, 1000",
        "cabinet-reviewer, 0111",
        "cabinet-secretary, 0111",
        "auditor, 1111",
        "admin, 0111",
        "account-admin, 0000"
    })
    void everybody_reads_the_letters_of_their_own_side(String user, String expected) {
        EngineUsers.actAs(identity, user);

        List<String> seen = page.list().stream()
                .filter(letter -> "Outbox test".equals(letter.get("subject")))
                .map(letter -> String.valueOf(letter.get("to")))
                .toList();

        StringBuilder read = new StringBuilder();
        TO.forEach(to -> read.append(seen.contains(to) ? '1' : '0'));
        assertThat(read).hasToString(expected);
    }

    @Test
    void a_letter_of_the_other_side_is_not_opened_by_its_name() {
        EngineUsers.actAs(identity, "programme-officer");

        assertThatThrownBy(() ->
                        page.letter(file("apa@industries.example").getFileName().toString()))
                .isInstanceOf(Refusal.class);
    }

    private Path file(String to) {
        return folder.resolve("outbox-test-" + to.replaceAll("\\W", "-") + ".eml");
    }
}
