package org.assent.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class HtmlPrinterTest {

    private static final Imprint IMPRINT =
            new Imprint("Title", "Author", "Subject", "identity", Instant.parse("2022-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "{{7*7}} ${7*7} #{7*7}",
                "]]>&lt;b&gt;",
                "'); DROP TABLE agreement;--",
                "%0d%0aBcc: all@example.org"
            })
    void what_is_typed_is_printed_letter_by_letter(String typed) throws IOException {
        byte[] pdf = print("", "<p title='" + HtmlPrinter.escape(typed) + "'>" + HtmlPrinter.escape(typed) + "</p>");

        assertThat(text(pdf)).isEqualToIgnoringWhitespace(typed);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getPage(0).getAnnotations()).isEmpty();
            assertThat(paper.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(paper.getDocumentCatalog().getCOSObject().containsKey(COSName.NAMES))
                    .isFalse();
        }
    }

    @Test
    void nothing_typed_turns_its_line_around() throws IOException {
        assertThat(text(print("", "<p>" + HtmlPrinter.escape("Approved \u202Eton\u202C by \u2067x\u2069") + "</p>")))
                .isEqualToIgnoringWhitespace("Approved ton by x");
    }

    @Test
    void a_page_fetches_nothing_from_another_machine_and_reads_no_file() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "p::after { content: 'LEAKED' }");
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer elsewhere = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        elsewhere.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            byte[] sheet = "p::after { content: 'LEAKED' }".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, sheet.length);
            exchange.getResponseBody().write(sheet);
            exchange.close();
        });
        elsewhere.start();
        try {
            String there = "http://127.0.0.1:" + elsewhere.getAddress().getPort();
            byte[] pdf = print(
                    "<link rel='stylesheet' href='" + there + "/link.css'/><link rel='stylesheet' href='"
                            + secret.toUri()
                            + "'/><style>@import url('" + there + "/import.css'); p { background: url('" + there
                            + "/back.png') } @font-face { font-family: F; src: url('" + there + "/font.ttf') }</style>",
                    "<p style='font-family: F'>Text</p><img src='" + there + "/image.png'/><img src='" + secret.toUri()
                            + "'/><object data='" + there + "/object.svg'></object>");

            assertThat(asked).isEmpty();
            assertThat(text(pdf)).isEqualToIgnoringWhitespace("Text");
        } finally {
            elsewhere.stop(0);
        }
    }

    @Test
    void a_page_has_no_entities() {
        assertThatThrownBy(() -> HtmlPrinter.print(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><html><body>&x;</body></html>",
                        IMPRINT))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] print(String head, String body) {
        return HtmlPrinter.print("<html><head>" + head + "</head><body>" + body + "</body></html>", IMPRINT);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(paper);
        }
    }
}
