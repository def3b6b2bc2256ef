package org.assent.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePostTest {

    private static final Instant NOW = Instant.parse("2022-08-10T00:00:00Z");

    private Path folder = Path.of("");
    private Outbox outbox = new Outbox(new MailSettings("a@b.org", ""));

    @BeforeEach
    void lay_the_folder(@TempDir Path temp) {
        folder = temp.resolve("data/outbox");
        outbox = new Outbox(new MailSettings("a@b.org", folder.toString()));
    }

    @Test
    void a_letter_lies_under_its_key_and_reads_as_it_was_written() {
        byte[] pdf = {1, 2, 3};
        post(NOW)
                .deliver(new Message(
                        "22-CL-15-GE-WSP-A.announcement.LK",
                        List.of("NPO Türkiye <npo@tr.example>", "npo@vn.example"),
                        "Türkiye, Việt Nam, বাংলাদেশ",
                        "Names:\nবাংলাদেশ – Việt Nam\n",
                        List.of(new Attachment("Sertifika Türkiye.pdf", "application/pdf", pdf))));

        assertThat(files()).containsExactly("22-CL-15-GE-WSP-A.announcement.LK.eml");
        OutboxMail mail = outbox.read("22-CL-15-GE-WSP-A.announcement.LK.eml");
        assertThat(mail.key()).isEqualTo("22-CL-15-GE-WSP-A.announcement.LK");
        assertThat(mail.to()).contains("NPO Türkiye").contains("npo@tr.example").contains("npo@vn.example");
        assertThat(mail.subject()).isEqualTo("Türkiye, Việt Nam, বাংলাদেশ");
        assertThat(mail.text().replace("\r\n", "\n")).isEqualTo("Names:\nবাংলাদেশ – Việt Nam\n");
        assertThat(mail.date()).isEqualTo(NOW);
        assertThat(mail.attachments()).containsExactly("Sertifika Türkiye.pdf");
        assertThat(outbox.attachment(mail.name(), "Sertifika Türkiye.pdf").content())
                .isEqualTo(pdf);
        assertThatThrownBy(() -> outbox.attachment(mail.name(), "other")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_letter_on_disk_is_plain_ascii_and_carries_its_identity() throws IOException {
        post(NOW).deliver(message("k.1", "Türkiye"));

        String raw = Files.readString(folder.resolve("k.1.eml"));
        assertThat(raw).contains("Message-ID: <k.1@desk.example>").matches("[\\p{ASCII}]*");
    }

    @Test
    void the_same_key_twice_is_one_letter_and_the_first_stays() {
        post(NOW).deliver(message("k", "first"));
        post(NOW.plusSeconds(60)).deliver(message("k", "second"));

        assertThat(outbox.list()).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("first");
            assertThat(mail.date()).isEqualTo(NOW);
        });
    }

    @Test
    void a_letter_half_written_at_a_kill_is_no_letter_and_is_written_anew() throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(".k.0b0e.tmp"), "Subject: ha");
        assertThat(outbox.list()).isEmpty();

        post(NOW).deliver(message("k", "whole"));

        assertThat(files()).containsExactly("k.eml");
        assertThat(outbox.list()).extracting(OutboxMail::subject).containsExactly("whole");
    }

    @Test
    void many_threads_with_one_key_write_one_letter() throws Exception {
        FilePost post = post(NOW);
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> runs = IntStream.range(0, 40)
                    .<Future<?>>mapToObj(i -> threads.submit(() -> post.deliver(message("k", "s"))))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(files()).containsExactly("k.eml");
    }

    @Test
    void keys_that_are_no_file_names_never_meet() {
        FilePost post = post(NOW);
        List<String> keys = List.of(
                "a/b",
                "a_b",
                "a\\b",
                "a:b",
                "../../etc/passwd",
                ".",
                "..",
                ".hidden",
                "বাংলাদেশ",
                "বাংলা",
                "x".repeat(200),
                "x".repeat(199));
        keys.forEach(key -> post.deliver(message(key, "s")));

        assertThat(files()).hasSize(keys.size()).allMatch(name -> name.matches("[A-Za-z0-9_~.-]{1,130}"));
        assertThat(outbox.list()).extracting(OutboxMail::key).containsExactlyInAnyOrderElementsOf(keys);
    }

    @Test
    void the_newest_letter_comes_first() {
        post(NOW).deliver(message("b", "old"));
        post(NOW.plusSeconds(1)).deliver(message("a", "new"));
        post(NOW.minusSeconds(1)).deliver(message("c", "older"));

        assertThat(outbox.list()).extracting(OutboxMail::subject).containsExactly("new", "old", "older");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.eml",
                "/etc/passwd",
                "..",
                "",
                ".hidden.eml",
                "a/../../secret.eml",
                "no.eml",
                "link.eml"
            })
    void the_outbox_shows_nothing_but_letters(String name) throws IOException {
        post(NOW).deliver(message("k", "s"));
        Files.writeString(folder.resolveSibling("secret.eml"), "Subject: secret");
        Files.writeString(folder.resolve(".hidden.eml"), "Subject: secret");
        Files.createSymbolicLink(folder.resolve("link.eml"), folder.resolveSibling("secret.eml"));

        assertThatThrownBy(() -> outbox.read(name)).isInstanceOf(Refusal.class);
        assertThat(outbox.list()).hasSize(1);
    }

    @Test
    void a_recipient_that_is_no_address_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> post(NOW).deliver(new Message("k", List.of("Rahima Khatun"), "s", "", List.of())))
                .hasMessageNotContaining("Rahima")
                .hasNoCause();
        assertThat(files()).noneMatch(name -> name.endsWith(".eml"));
    }

    private FilePost post(Instant now) {
        return new FilePost(new Envelope("Desk <desk@desk.example>", Clock.fixed(now, ZoneOffset.UTC)), folder);
    }

    private static Message message(String key, String subject) {
        return new Message(key, List.of("npo@tr.example"), subject, "text", List.of());
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
