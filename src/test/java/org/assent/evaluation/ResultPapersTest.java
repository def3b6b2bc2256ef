package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.engine.FreshDesk;
import org.assent.evaluation.ReportCard.Part;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class ResultPapersTest {

    @Autowired
    ResultFixture results;

    @Autowired
    ReportCards cards;

    @Autowired
    EvaluationRegister register;

    @Autowired
    PublishedLists lists;

    @Test
    void a_report_card_says_what_each_part_earned_and_where_the_office_stands() throws IOException {
        results.known("industries", "2019-20", "88.40");
        results.known("industries", "2020-21", "91.05");
        String key = results.fixed("industries", "2021-22", "28.2");
        assertThat(cards.find(key)).hasValueSatisfying(card -> {
            assertThat(card.standing()).isNull();
            assertThat(text(cards.print(card))).contains("final, but not published yet");
        });
        String tied = results.fixed("home", "2021-22", "28.2");
        results.fixed("roads", "2021-22", "28.47");
        results.published(key);

        ReportCard card = cards.find(key).orElseThrow();
        assertThat(card.parts())
                .extracting(Part::number)
                .containsExactly("1", "2", "NIS", "EGOV", "GRS", "CHARTER", "RTI");
        assertThat(card.parts().stream().map(Part::weight).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("100");
        assertThat(card.standing()).satisfies(standing -> {
            assertThat(standing.placeInWords()).isEqualTo("2 (jointly)");
            assertThat(standing.offices()).isEqualTo(3);
        });
        assertThat(card.trend()).extracting(TrendPoint::imported).containsExactly(true, true, false);
        byte[] pdf = cards.print(card);
        assertThat(cards.print(card)).isEqualTo(pdf);
        keep("report-card.pdf", pdf);
        assertThat(text(pdf))
                .contains(
                        "Report card: Ministry of Industries",
                        "2 (jointly)",
                        "of 3, among the first ten",
                        card.sheet().composite().toPlainString(),
                        "88.40",
                        "place 2",
                        "Old-age allowance paid (lakh people)",
                        "28.2",
                        "evidence not accepted",
                        "Published 30 August 2022, edition 1")
                .doesNotContain(tied);
    }

    @Test
    void a_part_of_several_indicators_adds_up_exactly_and_is_rounded_once() {
        String key = results.evaluated("industries", "2018-19", "28.2");

        List<Part> parts = cards.find(key).orElseThrow().parts();
        assertThat(parts).extracting(Part::number).containsExactly("1", "2", "M1");
        Part first = parts.get(0);

        assertThat(first.lines()).hasSize(2);
        assertThat(first.explanation()).contains(" + ").contains(" = " + first.got());
        BigDecimal lines =
                first.lines().stream().map(ScoreSheet.Line::weighted).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(first.got()).isCloseTo(lines, org.assertj.core.data.Offset.offset(new BigDecimal("0.0051")));
    }

    @Test
    void a_published_list_shares_places_and_is_the_same_on_paper_and_in_a_spreadsheet() throws IOException {
        String key = results.fixed("industries", "2021-22", "28.2");
        results.fixed("home", "2021-22", "28.2");
        results.fixed("roads", "2021-22", "28.47");
        results.published(key);

        assertThat(register.published())
                .extracting(PublishedList::fiscalYear, PublishedList::level, PublishedList::edition)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(FiscalYear.of("2021-22"), OfficeLevel.MINISTRY, 1));
        LeagueTable league =
                register.league(FiscalYear.of("2021-22"), OfficeLevel.MINISTRY).orElseThrow();
        assertThat(league.sharedPlaces()).containsExactly(2);
        byte[] pdf = lists.print(league);
        keep("published-list.pdf", pdf);
        assertThat(text(pdf))
                .contains("Results: Ministries and divisions", "Published 30 August 2022, edition 1", "2 (jointly)")
                .contains("3 offices; average " + league.average());
        List<String> csv = lists.csv(league).lines().toList();
        assertThat(csv).hasSize(4);
        assertThat(csv.get(0)).startsWith("\uFEFFplace,jointly,office,code,score");
        assertThat(csv.get(1)).startsWith("1,no,\"Road Transport and Highways Division\",\"roads\",");
        assertThat(csv.get(2)).startsWith("2,yes,");
    }

    @Test
    void no_cell_of_the_spreadsheet_is_a_formula() {
        assertThat(LeaguePaper.cell("=1+2")).isEqualTo("\"'=1+2\"");
        assertThat(LeaguePaper.cell("@home")).isEqualTo("\"'@home\"");
        assertThat(LeaguePaper.cell("Office \"A\", Dhaka")).isEqualTo("\"Office \"\"A\"\", Dhaka\"");
    }

    private static void keep(String name, byte[] pdf) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "papers"));
        Files.write(folder.resolve(name), pdf);
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
