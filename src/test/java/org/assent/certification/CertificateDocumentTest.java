package org.assent.certification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.engine.Refusal;
import org.assent.notary.PaperInspector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("once")
class CertificateDocumentTest {

    private static final Serial SERIAL = Serial.next(2022, new Random(7));
    private static final String URL = "https://assent.example.org/verify/" + SERIAL;
    private static final String TITLE =
            "Workshop on Performance Management Systems and Productivity of the Public Sector";

    @Test
    void it_says_who_attended_what_and_when_and_under_which_number() throws IOException {
        assertThat(text(facts("Rahima Khatun", TITLE)))
                .contains(
                        "ASIAN PRODUCTIVITY ORGANIZATION",
                        "Certificate of Attendance",
                        "Rahima Khatun",
                        "of Sri Lanka",
                        "attended all sessions",
                        TITLE,
                        "22-CL-15-GE-WSP-A",
                        "24\u201326 August 2022",
                        "5 September 2022",
                        "Dr. AKP Mochtan",
                        "Secretary-General",
                        SERIAL.text(),
                        URL);
    }

    @Test
    void a_deputy_s_long_signature_stands_above_the_office_in_full() throws IOException {
        String both = "Director of Administration and Finance Mohammad Abdur Rahman for Dr. AKP Mochtan, order no."
                + " APO/SEC/ADM/2022/0117-A";
        CertificateFacts usual = facts("Rahima Khatun", TITLE);

        assertThat(text(new CertificateFacts(
                        usual.participant(),
                        usual.economy(),
                        usual.projectTitle(),
                        usual.projectCode(),
                        usual.firstDay(),
                        usual.lastDay(),
                        usual.issued(),
                        both,
                        usual.serial(),
                        usual.verifyUrl())))
                .contains(both);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ayşe Yıldız İnönü, Türkiye",
                "Nguyễn Thị Đặng, Việt Nam",
                "বাংলাদেশ ক্ষমা প্রতিষ্ঠান মন্ত্রী",
                "समीक्षा श्रेष्ठ",
                "கிருஷ்ணன்",
                "ශ්‍රී ලංකා",
                "ณัฐวุฒิ ผู้ใหญ่",
                "ສົມພອນ",
                "ព្រះសីហនុ",
                "محمد رضا گلپایگانی",
                "王小明",
                "山田太郎",
                "김철수",
                "Батбаяр Өнөр",
                "O\u2019Neill-Ó Briain (Jr.)",
            })
    void it_writes_names_of_the_economies_so_that_they_can_be_searched(String name) throws IOException {
        assertThat(text(facts(name, TITLE))).contains(name);
        PaperInspector.archival(CertificateDocument.print(facts(name, TITLE)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img onerror=alert(1)>",
                "{{7*7}} ${7*7}",
                "%0d%0aBcc: a@b.org",
                "(x) Tj ET /JS"
            })
    void what_somebody_planted_in_a_name_stands_there_as_letters(String planted) throws IOException {
        byte[] pdf = CertificateDocument.print(facts(planted, planted));

        assertThat(text(facts(planted, planted))).contains(planted);
        try (PDDocument paper = Loader.loadPDF(pdf)) {
            assertThat(paper.getPage(0).getAnnotations()).isEmpty();
            assertThat(paper.getDocumentCatalog().getOpenAction()).isNull();
        }
        assertThat(text(facts("Rahima \u202Enutahk", TITLE))).contains("Rahima nutahk");
    }

    @Test
    void bengali_letters_are_joined_and_not_set_side_by_side() throws IOException {
        // seven letters, one picture: ka + virama + ssa, na + virama + ta + virama + ra
        assertThat(glyphs("ক্ষ")).isEqualTo(1);
        assertThat(glyphs("ন্ত্র")).isEqualTo(1);
        assertThat(glyphs("ষ্ঠ")).isEqualTo(1);
    }

    @Test
    void a_script_without_font_is_refused_in_words_and_prints_no_boxes() {
        assertThatThrownBy(() -> CertificateDocument.print(facts("ნინო", TITLE)))
                .isInstanceOf(Refusal.class)
                .hasMessage("This document cannot be printed: there is no font for the script georgian.");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 1", "9, 4", "14, 6"})
    void long_names_and_titles_shrink_and_wrap_but_are_never_cut(int names, int titles) throws IOException {
        String name = "Ludovica Maximiliana ".repeat(names).strip();
        String title = (TITLE + " ").repeat(titles).strip();

        assertThat(text(facts(name, title))).contains(name).contains(title);
    }

    @Test
    void one_endless_word_breaks_between_letters() throws IOException {
        String name = "Wolfeschlegelsteinhausenbergerdorff".repeat(6);

        assertThat(text(facts(name, TITLE)).replace(" ", "")).contains(name);
    }

    @Test
    void what_would_be_unreadable_is_refused() {
        assertThatThrownBy(() -> CertificateDocument.print(facts("Ludovica ".repeat(400), TITLE)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_code_leads_to_the_verify_page() throws Exception {
        try (PDDocument document = Loader.loadPDF(CertificateDocument.print(facts("Rahima Khatun", TITLE)))) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int width = picture.getWidth();
            int height = picture.getHeight();
            int[] dots = picture.getRGB(0, 0, width, height, null, 0, width);
            var corner = new RGBLuminanceSource(width, height, dots)
                    .crop(width * 3 / 4, height * 2 / 3, width / 4 - 80, height / 3 - 150);
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(corner)))
                            .getText())
                    .isEqualTo(URL);
        }
    }

    @Test
    void the_same_facts_give_the_same_bytes() {
        for (String name : new String[] {"Rahima Khatun", "বাংলাদেশ", "محمد"}) {
            assertThat(CertificateDocument.print(facts(name, TITLE)))
                    .isEqualTo(CertificateDocument.print(facts(name, TITLE)));
        }
        assertThat(CertificateDocument.print(facts("A", TITLE)))
                .isNotEqualTo(CertificateDocument.print(facts("B", TITLE)));
    }

    @Test
    void every_font_is_embedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(CertificateDocument.print(facts("বাংলাদেশ 王", TITLE)))) {
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2022-08-24, 2022-08-24, 24 August 2022",
        "2022-08-24, 2022-08-26, 24\u201326 August 2022",
        "2024-02-28, 2024-03-01, 28 February \u2013 1 March 2024",
        "2022-12-30, 2023-01-02, 30 December 2022 \u2013 2 January 2023",
    })
    void days_are_written_as_one_would(LocalDate first, LocalDate last, String written) {
        assertThat(CertificateDocument.days(first, last)).isEqualTo(written);
    }

    private static CertificateFacts facts(String name, String title) {
        return new CertificateFacts(
                name,
                "Sri Lanka",
                title,
                "22-CL-15-GE-WSP-A",
                LocalDate.of(2022, 8, 24),
                LocalDate.of(2022, 8, 26),
                LocalDate.of(2022, 9, 5),
                "Dr. AKP Mochtan",
                SERIAL,
                URL);
    }

    private static String text(CertificateFacts facts) throws IOException {
        try (PDDocument document = Loader.loadPDF(CertificateDocument.print(facts))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    /** How many glyphs the name is drawn with. */
    private static int glyphs(String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(CertificateDocument.print(facts(name, TITLE)))) {
            PDPage page = document.getPage(0);
            int count = 0;
            boolean inside = false;
            for (Object token : new PDFStreamParser(page).parse()) {
                if (token instanceof Operator operator && operator.getName().equals("BDC")) {
                    // the name is the last text that needs a mark
                    inside = true;
                    count = 0;
                } else if (token instanceof Operator operator
                        && operator.getName().equals("EMC")) {
                    inside = false;
                } else if (inside && token instanceof COSString) {
                    count++;
                }
            }
            return count;
        }
    }
}
