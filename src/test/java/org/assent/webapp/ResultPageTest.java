package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.evaluation.ResultFixture;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** Results on the page Agreements: whose they are to see, and that a score can be explained from its page alone. */
@DeskTest
@ExtendWith(FreshDesk.class)
class ResultPageTest {

    private static final String HIDDEN = "There is no such agreement among those you may see.";
    private static final String UNPUBLISHED = "The result of this office has not been published yet.";

    @Autowired
    ResultFixture results;

    @Autowired
    ResultPage page;

    @Autowired
    IdentityService identity;

    @Test
    void a_score_is_explained_on_its_page_and_the_card_and_the_list_agree_with_it(Desk desk) throws IOException {
        results.known("industries", "2019-20", "88.40");
        results.known("industries", "2020-21", "91.05");
        String key = results.fixed("industries", "2021-22", "28.2");
        results.fixed("home", "2021-22", "28.2");
        results.fixed("roads", "2021-22", "28.47");
        results.published(key);

        Official team = desk.login("industries-apa");
        team.page().setViewportSize(1280, 800);
        press(team, "Agreements");
        team.page().locator("dialog tbody button").first().click();
        reads_the_reports(team);
        reads_the_score(team);
        prints_the_score(team);
        reads_the_card(team);
        reads_the_list(team);
        assertThat(team.scriptErrors()).isEmpty();
    }

    private static void reads_the_reports(Official team) {
        open(team, "Reports");
        Locator reports = result(team);
        assertThat(reports.innerText())
                .contains("Second quarter", "Reported, late", "Floods in two districts")
                .contains("Catch up in the flooded districts", "Annual report", "Approved by");
        team.photograph("result-reports");
    }

    private static void reads_the_score(Official team) {
        open(team, "Score");
        Locator score = result(team);
        Locator line = score.locator(".assent-score-line:has(th:text-is('[1.1.1]'))");
        line.waitFor();
        List<String> cells = line.locator("th, td").allInnerTexts();
        assertThat(cells.subList(2, cells.size()))
                .containsExactly(
                        "lakh people",
                        "32",
                        "30",
                        "29",
                        "28",
                        "27",
                        "26",
                        "28.47",
                        "28.2",
                        "82.00",
                        "26.24",
                        "10",
                        "8.5",
                        "5",
                        "4.97");
        assertThat(score.locator(".assent-score-line:has(th:text-is('[1.1.1]')) + tr")
                        .innerText())
                .contains("between", "28.2", "Weighted: 82.00 x 32 / 100 = 26.24.")
                .contains("Reason: Two upazilas were counted twice.")
                .contains("Evidence asked for: Register of the year. Given: Annual register, page 4. Accepted.");
        assertThat(score.innerText())
                .contains("Sum: 35.97 of 42", "26.24 + 9.73 = 35.97.")
                .contains("Not accepted, so the score is 0.")
                .contains("2 (jointly)", "of 3", "Technical committee", "Well explained")
                .contains("Objective 1: 35.97 + Objective 2: 28.00 + NIS: 10.00");
        team.photograph("result-score");
        // number and indicator stay in sight
        Locator frame = score.locator(".assent-score-frame");
        frame.evaluate("frame => { frame.style.width = '700px'; frame.scrollLeft = 300; }");
        assertThat(frame.evaluate("frame => frame.scrollLeft")).isEqualTo(300);
        assertThat(line.locator("th").boundingBox().x - frame.boundingBox().x).isBetween(0.0, 3.0);
        assertThat(line.locator("td").first().boundingBox().x - frame.boundingBox().x)
                .isBetween(80.0, 90.0);
        team.photograph("result-score-scrolled");
    }

    private static void prints_the_score(Official team) throws IOException {
        Path paper = Path.of("target", "desk", "result-score.pdf");
        team.page()
                .pdf(new Page.PdfOptions()
                        .setPath(paper)
                        .setPreferCSSPageSize(true)
                        .setPrintBackground(true));
        try (var document = Loader.loadPDF(paper.toFile())) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Score of Ministry of Industries, 2021-22", "[RTI.7]", "Two upazilas were counted twice")
                    .doesNotContain("Back to the list", "My tasks");
        }
    }

    private static void reads_the_card(Official team) {
        open(team, "Report card");
        Locator card = result(team);
        card.locator("svg").first().waitFor();
        assertThat(card.locator("svg").count()).isEqualTo(3);
        assertThat(card.locator("svg").first().getAttribute("aria-label"))
                .contains("1  Objective o-one: 35.97 of 42 (85.6 %)");
        assertThat(card.locator("svg").last().getAttribute("aria-label"))
                .isEqualTo("2019-20: 88.40; 2020-21: 91.05; 2021-22: 93.73, place 2");
        team.photograph("result-card");
        Path file = team.page()
                .waitForDownload(() -> card.getByText("Report card (PDF)").click())
                .path();
        assertThat(file).isNotEmptyFile();
    }

    private static void reads_the_list(Official team) {
        open(team, "Published list");
        Locator list = result(team);
        assertThat(list.locator("tbody tr").allInnerTexts())
                .hasSize(3)
                .anySatisfy(row ->
                        assertThat(row).contains("2 (jointly)", "Ministry of Industries", "your office", "93.73"))
                .anySatisfy(row -> assertThat(row).contains("2 (jointly)", "Ministry of Home Affairs", "93.73"));
        assertThat(list.innerText())
                .contains("edition 1", "3 offices; average 94.02, best 94.60, worst 93.73", "30 Aug 2022");
        team.photograph("result-list");
        team.page().keyboard().press("Escape");
    }

    @Test
    void a_foreign_office_sees_the_published_list_and_no_score_but_its_own(Desk desk) {
        String key = results.fixed("industries", "2021-22", "28.2");
        Official foreign = desk.login("home-apa");
        assertThat(answer(foreign, "results")).containsEntry("text", "[]");
        assertThat(answer(foreign, "results/list/2021-22/MINISTRY"))
                .containsEntry("status", 422)
                .hasEntrySatisfying("text", text -> assertThat(text).asString().contains("No such list"));
        for (String path : List.of("scores", "reports", "report-card.pdf")) {
            assertThat(answer(foreign, "results/agreement/" + key + "/" + path))
                    .as(path)
                    .containsEntry("status", 422)
                    .hasEntrySatisfying(
                            "text", text -> assertThat(text).asString().contains(HIDDEN));
        }

        results.published(key);

        for (String file : List.of("", "/list.pdf", "/list.csv")) {
            assertThat(answer(foreign, "results/list/2021-22/MINISTRY" + file))
                    .as(file)
                    .containsEntry("status", 200);
        }
        assertThat(answer(foreign, "results/agreement/" + key + "/scores")).containsEntry("status", 422);
        assertThat(answer(foreign, "results/list/2021-22/NOWHERE")).containsEntry("status", 422);
        Official visitor = desk.visitor("nobody");
        assertThat(visitor.statusOf("results")).isEqualTo(401);
    }

    @Test
    void before_publication_a_score_is_for_the_office_its_evaluators_and_the_committees() {
        String key = results.evaluated("industries", "2021-22", "28.2");

        as("industries-apa", List.of("apa-teams", "industries-apa-team"), "industries");
        assertThat(page.scores(key)).containsEntry("fixed", false).doesNotContainKey("standing");
        assertThat(page.reports(key)).containsKey("annual");
        as("cabinet-reviewer", List.of("cabinet-reviewers"), "home");
        assertThat(page.scores(key)).containsEntry("fixed", false);

        // another office of the same ministry
        as("somebody", List.of("apa-teams"), "industries");
        assertThat(page.scores(key)).isEqualTo(Map.of("none", UNPUBLISHED));
        assertThat(page.reports(key)).doesNotContainKey("annual").containsKey("quarters");
        assertThatThrownBy(() -> page.printCard(key))
                .isInstanceOf(Refusal.class)
                .hasMessage(UNPUBLISHED);

        as("home-apa", List.of("apa-teams", "home-apa-team"), "home");
        assertThatThrownBy(() -> page.scores(key)).isInstanceOf(Refusal.class).hasMessage(HIDDEN);

        as("programme-officer", List.of("programme-officers"), "LK");
        assertThatThrownBy(() -> page.published())
                .isInstanceOf(Refusal.class)
                .hasMessage("The lists of results are for offices that have to do with agreements.");
    }

    private void as(String user, List<String> groups, String tenant) {
        identity.setAuthentication(user, groups, List.of(tenant));
    }

    private static void press(Official official, String control) {
        official.page()
                .locator(".assent-bar button:has-text('" + control + "')")
                .click();
    }

    private static void open(Official official, String part) {
        official.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(part).setExact(true))
                .click();
    }

    private static Locator result(Official official) {
        Locator shown = official.page().locator("dialog .assent-result");
        shown.waitFor();
        return shown;
    }

    /** Asks the plugin from the official's own page, with the session that a script there would have. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Official official, String path) {
        return (Map<String, Object>) official.page()
                .evaluate(
                        """
                        async path => {
                          const answer = await fetch('/camunda/api/tasklist/plugin/assent/default/' + path);
                          return {status: answer.status, text: await answer.text()};
                        }
                        """,
                        path);
    }
}
