package org.assent.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageTest {

    @Test
    void a_line_break_in_a_subject_starts_no_header() {
        Message message = new Message("k", List.of("a@b.org"), "Hello\r\nBcc: x@y.org\n\u2028!", "", List.of());

        assertThat(message.subject()).isEqualTo("Hello Bcc: x@y.org !");
    }

    @Test
    void a_line_break_in_a_recipient_is_refused_without_repeating_it() {
        assertThatThrownBy(() -> new Message("k", List.of("a@b.org\r\nBcc: x@y.org"), "s", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("b.org");
    }

    @Test
    void a_message_needs_a_key_and_a_recipient() {
        assertThatThrownBy(() -> new Message(" ", List.of("a@b.org"), "s", "", List.of()))
                .hasMessageContaining("key");
        assertThatThrownBy(() -> new Message("k", List.of(), "s", "", List.of()))
                .hasMessageContaining("recipient");
    }

    @Test
    void what_somebody_planted_in_a_subject_or_text_starts_no_header() throws Exception {
        String planted = "<script>alert(1)</script>\r\nBcc: a@b.org\n\u0085X: y\u2028%0d%0aCc: c@d.org \u202Etxet";
        Message message = new Message("planted", List.of("npo@example.org"), planted, planted, List.of());
        var letter = new Envelope("desk@example.org", java.time.Clock.systemUTC()).seal(message);
        var written = new java.io.ByteArrayOutputStream();
        letter.writeTo(written);

        var read = new jakarta.mail.internet.MimeMessage(
                jakarta.mail.Session.getInstance(new java.util.Properties()),
                new java.io.ByteArrayInputStream(written.toByteArray()));
        assertThat(read.getAllRecipients()).hasSize(1);
        assertThat(read.getHeader("X")).isNull();
        assertThat(read.getSubject()).isEqualTo("<script>alert(1)</script> Bcc: a@b.org X: y %0d%0aCc: c@d.org txet");
        assertThat(read.getContentType()).startsWith("text/plain");
        assertThatThrownBy(() -> new Message("k", List.of("a@b.org\r\nBcc: c@d.org"), "s", "", List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_attachment_has_a_name_and_no_folder() {
        assertThat(new Attachment("../a\r\nb.pdf", "application/pdf", new byte[0]).name())
                .isEqualTo("_a b.pdf");
    }
}
