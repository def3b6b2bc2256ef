package org.assent.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assent.notification.NotificationPdf.Look;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class NotificationPdfTest {

    private static final String TEXT = Samples.text();
    private static final ReadNotification FROM_TEXT = Samples.read(TEXT);

    @Test
    void the_shipped_pdf_says_what_the_shipped_text_says() {
        assertThat(NotificationReader.read(Samples.pdf(), "application/pdf")).isEqualTo(FROM_TEXT);
        assertThat(FROM_TEXT.unread()).isEmpty();
        assertThat(FROM_TEXT.missing()).isEmpty();
    }

    static Stream<Look> looks() {
        return Stream.of(
                Look.PLAIN.withLabelWidth(90),
                Look.PLAIN.withLabelWidth(120),
                Look.PLAIN.withLabelWidth(250),
                Look.PLAIN.withPadding(0),
                Look.PLAIN.withPadding(12),
                Look.PLAIN.withCentredLabels(),
                Look.PLAIN.withCentredLabels().withLabelWidth(250),
                Look.PLAIN.withCentredLabels().withLabelWidth(300),
                Look.PLAIN.withFurniture(842),
                Look.PLAIN.withFurniture(420).withLabelWidth(110),
                Look.PLAIN.withFurniture(330),
                Look.PLAIN.withFurniture(290),
                Look.PLAIN.withFurniture(265).withLabelWidth(200));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void columns_wraps_and_page_breaks_change_nothing(Look look) {
        assertThat(Samples.readPdf(TEXT, look)).isEqualTo(FROM_TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 255, 270, 280, 300, 310, 320, 340, 350, 360, 370, 380, 390, 400, 450, 500, 600, 700})
    void wherever_the_page_breaks_a_field_is_right_or_unread(int height) {
        Samples.assertRightOrUnread(Samples.readPdf(TEXT, Look.PLAIN.withFurniture(height)), FROM_TEXT);
    }

    @Test
    void a_pdf_without_a_table_is_read_by_its_labels() {
        assertThat(Samples.readPdf(TEXT.replace("\t", ": "), Look.PLAIN)).isEqualTo(FROM_TEXT);
    }

    @Test
    void a_scanned_pdf_is_refused_in_one_sentence() throws IOException {
        assertThatThrownBy(() -> NotificationReader.read(scanned(), "application/pdf"))
                .isInstanceOf(UnreadableNotification.class)
                .hasMessage("This PDF holds pictures but no text, so nothing could be read from it.");
    }

    @Test
    void a_locked_pdf_is_refused_in_one_sentence() {
        byte[] locked = NotificationPdf.render(TEXT, Look.PLAIN.withPassword("secret"));
        assertThatThrownBy(() -> NotificationReader.read(locked, "application/pdf"))
                .isInstanceOf(UnreadableNotification.class)
                .hasMessage("This PDF is protected by a password, so it could not be opened.");
    }

    @Test
    void a_damaged_pdf_is_refused_in_one_sentence() {
        byte[] whole = Samples.pdf();
        byte[] garbage = "%PDF-1.7\nthis is not the rest of a PDF".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> NotificationReader.read(garbage, "application/pdf"))
                .isInstanceOf(UnreadableNotification.class);
        for (int length = 10; length < whole.length; length += 97) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                Samples.assertRightOrUnread(NotificationReader.read(cut, "application/pdf"), FROM_TEXT);
            } catch (UnreadableNotification refused) {
                assertThat(refused).hasMessageEndingWith(".").hasMessageStartingWith("This ");
            }
        }
    }

    @Test
    void what_is_no_notification_file_is_refused_in_one_sentence() {
        byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
        assertRefused(
                text,
                "application/msword",
                "A notification is read from a PDF or a plain text, and this file is neither.");
        assertRefused(new byte[0], "text/plain", "This file is empty.");
        assertRefused(" \r\n\t".getBytes(StandardCharsets.UTF_8), "text/plain", "This file holds no text.");
        assertRefused(text, "application/pdf", "This file is not a PDF, although it was sent as one.");
        assertRefused(Samples.pdf(), "text/plain", "This file is a PDF, although it was sent as plain text.");
        assertRefused(new byte[2_000_000], "text/plain", "This file is too large to be a notification.");
        assertRefused(new byte[200], "text/plain", "This file is not a plain text, so nothing could be read from it.");
    }

    private static void assertRefused(byte[] content, String mediaType, String sentence) {
        assertThatThrownBy(() -> NotificationReader.read(content, mediaType))
                .isInstanceOf(UnreadableNotification.class)
                .hasMessage(sentence);
    }

    private static byte[] scanned() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}
