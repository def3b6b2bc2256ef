package org.assent.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.drafting.Content;
import org.assent.drafting.DocumentFixture;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.scheme.SchemeRegister;
import org.assent.scheme.SectionKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("once")
@SpringBootTest
class AgreementDocumentTest {

    @Autowired
    DocumentFixture fixture;

    @Autowired
    DocumentRegister documents;

    @Autowired
    SchemeRegister schemes;

    @Autowired
    SigningRegister register;

    @Autowired
    AgreementDocument document;

    @Test
    void the_parts_stand_in_the_order_of_the_scheme_with_version_and_hash_on_every_page() throws IOException {
        String key = fixture.submittedAnew();
        VersionFacts version = documents.version(key, 1);
        byte[] pdf = register.pdf(key, 1);

        List<String> pages = pages(pdf);
        String text = flat(String.join(" ", pages));
        String[] parts = Stream.concat(
                        Stream.of("Annual Performance Agreement", "বার্ষিক কর্মসম্পাদন চুক্তি", "শিল্প মন্ত্রণালয়"),
                        schemes.scheme("gpms-2021", 1).level(version.level()).sections().stream()
                                .filter(section ->
                                        section.key() != SectionKey.COVER && section.key() != SectionKey.MANDATORY)
                                .map(section -> section.title()))
                .toArray(String[]::new);
        assertThat(parts).hasSizeGreaterThan(10);
        assertThat(text).containsSubsequence(parts);
        assertThat(text)
                .contains("Secretary, Ministry of Industries", "Cabinet Secretary, Cabinet Division")
                .contains("30 June " + (version.fiscalYear().startYear() + 1))
                .contains("Date: ____")
                .contains(version.content().vision())
                .contains("[1.1.1] ", "[GRS.")
                .doesNotContain("Signed: ");
        assertThat(pages).hasSizeGreaterThan(8).allSatisfy(page -> assertThat(flat(page))
                .contains("Version 1 SHA-256 " + version.sha256(), "of " + pages.size()));
        assertThat(register.pdf(key, 1)).isEqualTo(pdf);
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/agreement.pdf"), pdf);
    }

    @Test
    void the_signatures_fill_their_place() throws IOException {
        VersionFacts version = documents.version(fixture.submittedAnew(), 1);
        List<SignatureFacts> signatures = List.of(
                signature(version, Seat.HEAD, "Secretary, Ministry of Industries", "জাকিয়া সুলতানা"),
                signature(version, Seat.SUPERIOR, "Cabinet Secretary, Cabinet Division", "Md. Mahbub Hossain"));
        String text = flat(String.join(" ", pages(document.print(version, signatures))));

        assertThat(text)
                .contains("জাকিয়া সুলতানা", "Signed: Md. Mahbub Hossain", "3 July 2023, 11:00 Dhaka time")
                .contains("SHA-256 " + version.sha256().substring(0, 32))
                .contains("Signed in Dhaka on 3 July 2023.")
                .doesNotContain("____");
    }

    @Test
    void what_was_typed_is_text_and_long_tables_break_under_repeated_headings() throws IOException {
        String key = fixture.submittedAnew();
        fixture.submitAgain(key, AgreementDocumentTest::grown);
        List<String> pages = pages(register.pdf(key, 2));

        assertThat(flat(String.join(" ", pages)))
                .contains("<script>alert('x')</script> & \"more\"")
                .contains("কৌশলগত উদ্দেশ্য বাস্তবায়ন");
        List<String> tables = pages.stream()
                .filter(page -> page.contains("Objective that is repeated") || page.contains("[1.1."))
                .filter(page -> flat(page).contains("Basis of the target"))
                .toList();
        assertThat(tables).hasSizeGreaterThan(3).allSatisfy(page -> assertThat(flat(page))
                .contains("Targets and criteria", "Excellent 100%"));
    }

    private static Content grown(Content content) {
        Content.Objective first = content.objectives().get(0);
        Content.Indicator model = first.activities().get(0).indicators().get(0);
        List<Content.Indicator> many = IntStream.range(0, 60)
                .mapToObj(n -> named(model, "grown-" + n, "কৌশলগত উদ্দেশ্য বাস্তবায়ন " + n))
                .toList();
        return DocumentFixture.withObjectives(
                DocumentFixture.envision(content, "<script>alert('x')</script> & \"more\"\u0007"),
                List.of(new Content.Objective(
                        first.key(),
                        "Objective that is repeated",
                        first.weight(),
                        List.of(new Content.Activity(
                                "grown", first.activities().get(0).name(), many)))));
    }

    private static Content.Indicator named(Content.Indicator model, String key, String name) {
        return new Content.Indicator(
                key,
                name,
                model.unit(),
                model.weight(),
                model.kind(),
                model.direction(),
                model.accumulation(),
                model.mode(),
                model.actualBefore(),
                model.actualLast(),
                model.ladder(),
                model.projectionNext(),
                model.projectionAfter(),
                model.evidence(),
                model.measurement(),
                model.implementingUnit(),
                model.budgetCode(),
                model.targetBasis(),
                model.parentIndicator());
    }

    private static SignatureFacts signature(VersionFacts version, Seat seat, String post, String name) {
        return new SignatureFacts(
                version.key(),
                version.number(),
                seat,
                true,
                "industries",
                post,
                "somebody",
                name,
                "",
                Instant.parse("2023-07-03T05:00:00Z"),
                version.sha256());
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            return IntStream.rangeClosed(1, read.getNumberOfPages())
                    .mapToObj(page -> {
                        stripper.setStartPage(page);
                        stripper.setEndPage(page);
                        try {
                            return stripper.getText(read);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ");
    }
}
