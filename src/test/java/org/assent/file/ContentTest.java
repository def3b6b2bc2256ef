package org.assent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;

@Tag("once")
class ContentTest {

    private interface Drawing {
        void on(PDDocument paper) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"name,email\nRahima,r@example.org", "\uFEFFMZimba,Mzuzu\r\n১,২", "From: the host\tTo: all\f", ""
            })
    void written_text_is_text(String text) {
        assertThatCode(() -> Content.TABLE.demand(text.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
        assertThatCode(() -> Content.TABLE.demand(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%PDF-1.7\n1 0 obj",
                "PK\u0003\u0004\u0014\u0000",
                "MZ\u0090\u0000\u0003",
                "\u007fELF\u0002",
                "GIF89a\u0001\u0000",
                "{\\rtf1 x}",
                "<?xml version='1.0'?><!DOCTYPE x>",
                " \n<!DOCTYPE html><script>alert(1)</script>",
                "<svg onload=alert(1)>",
                "<script>alert(1)</script>",
                "#!/bin/sh\nrm",
                "name,email\na\u0000b,c",
                "name,email\u001b[2J"
            })
    void what_is_no_text_is_no_table_whatever_it_is_called(String content) {
        assertRefused(
                Content.TABLE, content.getBytes(StandardCharsets.ISO_8859_1), 415, "This is no table in text (CSV).");
    }

    @Test
    void a_table_with_an_archive_behind_it_is_refused() throws IOException {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write("name,email\n".getBytes(StandardCharsets.UTF_8));
        both.write(archive("a.txt", new byte[10]));

        assertRefused(Content.TABLE, both.toByteArray(), 415, "This is no table in text (CSV).");
    }

    @Test
    void the_sample_and_a_plain_paper_are_taken() throws IOException {
        assertThatCode(() -> Content.PDF_OR_TEXT.demand(
                        new ClassPathResource("samples/project-notification.pdf").getContentAsByteArray()))
                .doesNotThrowAnyException();
        assertThatCode(() -> Content.PDF_OR_TEXT.demand(pdf(paper -> {}))).doesNotThrowAnyException();
    }

    @Test
    void a_pdf_that_runs_or_carries_something_is_refused() throws IOException {
        String sentence = "This PDF contains scripts, actions or other files.";
        byte[] script = pdf(paper -> paper.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert(1)")));
        byte[] launch = pdf(paper -> paper.getDocumentCatalog().setOpenAction(new PDActionLaunch()));
        byte[] carrier = pdf(paper -> {
            var file = new PDComplexFileSpecification();
            file.setEmbeddedFile(new PDEmbeddedFile(paper, new java.io.ByteArrayInputStream("MZ".getBytes())));
            paper.getDocumentCatalog().getCOSObject().setItem("AF", file);
        });

        assertRefused(Content.PDF_OR_TEXT, script, 422, sentence);
        assertRefused(Content.PDF_OR_TEXT, launch, 422, sentence);
        assertRefused(Content.PDF_OR_TEXT, carrier, 422, sentence);
        byte[] locked = pdf(paper -> paper.protect(new org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy(
                "owner", "", new org.apache.pdfbox.pdmodel.encryption.AccessPermission())));
        assertRefused(Content.PDF_OR_TEXT, locked, 422, "This PDF is protected.");
        byte[] coded = "%PDF-1.4\n1 0 obj\n<< /OpenAction << /S /J#61vaScript /#4AS (x) >> >>\nendobj\n%%EOF"
                .getBytes(StandardCharsets.ISO_8859_1);
        assertRefused(Content.PDF_OR_TEXT, coded, 422, sentence);
    }

    @Test
    void a_pdf_that_is_something_else_as_well_is_refused() throws IOException {
        byte[] paper = pdf(plain -> {});

        assertRefused(
                Content.PDF_OR_TEXT,
                joined(paper, "<script>alert(document.domain)</script>".getBytes(StandardCharsets.UTF_8)),
                415,
                "This PDF has something else behind its end");
        assertRefused(
                Content.PDF_OR_TEXT, joined(paper, archive("a.txt", new byte[10])), 415, "This PDF has something");
        assertRefused(
                Content.PDF_OR_TEXT,
                joined("GIF89a\u0000".getBytes(StandardCharsets.ISO_8859_1), paper),
                415,
                "This is neither a PDF nor a plain text.");
    }

    @Test
    void a_pdf_that_unpacks_to_more_than_memory_holds_is_refused_before_it_is_opened() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (var deflate = new DeflaterOutputStream(packed, new Deflater(9))) {
            byte[] blank = new byte[1024 * 1024];
            for (int i = 0; i < 120; i++) {
                deflate.write(blank);
            }
        }
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(("%PDF-1.4\n1 0 obj\n<< /Length " + packed.size() + " /Filter /FlateDecode >>\nstream\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bomb.write(packed.toByteArray());
        bomb.write("\nendstream\nendobj\n%%EOF".getBytes(StandardCharsets.ISO_8859_1));
        byte[] nested =
                "%PDF-1.4\n1 0 obj\n<< /Length 9 /Filter [ /FlateDecode /Fl#61teDecode ] >>\nstream\n123456789\nendstream\nendobj\n%%EOF"
                        .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(bomb.size()).isLessThan(300_000);
        assertRefused(Content.PDF_OR_TEXT, bomb.toByteArray(), 422, "This PDF unpacks to more");
        assertRefused(Content.PDF_OR_TEXT, nested, 422, "This PDF unpacks to more");
    }

    @Test
    void a_workbook_begins_and_ends_as_one() throws IOException {
        ByteArrayOutputStream saved = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("x");
            workbook.write(saved);
        }
        byte[] file = saved.toByteArray();

        assertThatCode(() -> Content.WORKBOOK.demand(file)).doesNotThrowAnyException();
        assertRefused(
                Content.WORKBOOK,
                "\u00d0\u00cf\u0011\u00e0 protected".getBytes(StandardCharsets.ISO_8859_1),
                415,
                "This is not an Excel workbook");
        assertRefused(
                Content.WORKBOOK, "<html>".getBytes(StandardCharsets.UTF_8), 415, "This is not an Excel workbook");
        assertRefused(
                Content.WORKBOOK,
                joined(file, "<script>".getBytes(StandardCharsets.UTF_8)),
                415,
                "This workbook has something else");
        byte[] shifted = joined(java.util.Arrays.copyOf(file, 4), file);
        assertRefused(Content.WORKBOOK, shifted, 415, "This workbook has something else");
    }

    @ParameterizedTest
    @CsvSource({
        "nomination.bpmn, true",
        "Eligibility rules 2.dmn, true",
        "../../etc/x.bpmn, false",
        "..\\x.bpmn, false",
        ".hidden.bpmn, false",
        "x.bpmn.groovy, false",
        "x.js, false",
        "x..bpmn, false",
        "x.html, false"
    })
    void a_deployment_holds_models_under_plain_names(String name, boolean taken) {
        String request = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"" + name
                + "\"\r\n\r\n<definitions/>\r\n--b--";
        assertThat(isTaken(request)).isEqualTo(taken);
    }

    @Test
    void a_model_has_no_entities_and_no_second_name() {
        String head = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"";

        assertThat(isTaken(head + "\r\n\r\n<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x/>\r\n--b--"))
                .isFalse();
        assertThat(isTaken(head + "; filename*=UTF-8''..%2Fa.bpmn\r\n\r\n<x/>\r\n--b--"))
                .isFalse();
        assertThat(isTaken(head + "\r\n\r\n<\u0000x/>\r\n--b--")).isFalse();
        assertThat(isTaken("--b\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nx\r\n--b--"))
                .isFalse();
        assertThat(isTaken(head + "\r\n\r\n<x name=\"filename=evil.js\"/>\r\n--b--"))
                .isTrue();
    }

    @Test
    void a_model_hides_nothing_in_other_letters() {
        byte[] head = "--b\r\nContent-Disposition: form-data; name=\"data\"; filename=\"a.bpmn\"\r\n\r\n"
                .getBytes(StandardCharsets.UTF_8);
        String model =
                "<?xml version=\"1.0\" encoding=\"IBM037\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x/>";

        assertThat(isTaken(joined(head, model.getBytes(Charset.forName("IBM037")))))
                .isFalse();
        assertThat(isTaken(joined(head, "<x name=\"পদ্মা\"/>".getBytes(StandardCharsets.UTF_8))))
                .isTrue();
    }

    private static boolean isTaken(String request) {
        return isTaken(request.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isTaken(byte[] request) {
        try {
            Content.MODELS.demand(request);
            return true;
        } catch (UploadRefused refused) {
            assertThat(refused.status()).isEqualTo(415);
            return false;
        }
    }

    private static void assertRefused(Content content, byte[] file, int status, String sentence) {
        assertThatThrownBy(() -> content.demand(file))
                .isInstanceOfSatisfying(UploadRefused.class, refused -> assertThat(refused.status())
                        .isEqualTo(status))
                .hasMessageStartingWith(sentence);
    }

    private static byte[] pdf(Drawing drawing) throws IOException {
        try (PDDocument paper = new PDDocument()) {
            PDPage page = new PDPage();
            paper.addPage(page);
            try (PDPageContentStream words = new PDPageContentStream(paper, page)) {
                words.beginText();
                words.setFont(new PDType1Font(FontName.HELVETICA), 12);
                words.showText("Project Notification");
                words.endText();
            }
            drawing.on(paper);
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            paper.save(saved);
            return saved.toByteArray();
        }
    }

    private static byte[] archive(String name, byte[] content) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
