package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The tab Agreement, where an office drafts, its reviewer comments, and the office answers. */
@DeskTest
@ExtendWith(FreshDesk.class)
class AgreementEditorTest {

    private static final String KEY = "industries/2023-24";

    @Autowired
    ManagementService jobs;

    @BeforeEach
    void it_is_the_month_of_drafting() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2023-05-02T04:00:00Z")));
    }

    @Test
    void a_table_is_typed_reviewed_returned_answered_and_signed(Desk desk) {
        Official team = desk.login("industries-apa");
        opens_the_case(team);
        types_a_table_that_adds_up_as_it_grows(team);
        finishes_it_with_the_sample(team);
        cannot_be_read_or_written_by_others(desk.login("commerce-apa"));
        Official head = desk.login("industries-head");
        submits(team, head);
        Official reviewer = desk.login("cabinet-reviewer");
        comments_and_returns(reviewer);
        answers_and_submits_again(team, head);
        sees_answer_and_differences_and_recommends(reviewer);
        signs(head, desk.login("cabinet-secretary"));
        reads_it_in_force_and_asks_for_a_revision(team);
        assertThat(team.scriptErrors()).isEmpty();
        assertThat(reviewer.scriptErrors()).isEmpty();
    }

    private static void opens_the_case(Official team) {
        team.tasks();
        team.start("Annual performance agreement")
                .fill("Office", "industries")
                .fill("Fiscal year", "2023-24")
                .begin();
    }

    private static void types_a_table_that_adds_up_as_it_grows(Official team) {
        AgreementTab tab = AgreementTab.open(team.open("draftAgreement"));
        tab.part("Objectives")
                .press("Add an objective")
                .type("Objective, activity, indicator [1]", "দক্ষ জনবল")
                .type("Weight [1]", "৩০")
                .type("Weight [1.1.1]", "24.5");
        row(tab, "[1]").getByText("24.5 of 30").waitFor();
        row(tab, "[1]").getByText("add up to 24.5, not to 30").waitFor();
        tab.see("30 of 70");
        tab.act("[1.1.1]", "Add an indicator below").type("Weight [1.1.2]", "5.5");
        row(tab, "[1]").getByText("30 of 30").waitFor();

        tab.ladder("[1.1.1]", "1,500", "১৪০০");
        assertThat(row(tab, "[1.1.1]").innerText()).contains("Higher is better");
        tab.ladder("[1.1.1]", "1,500", "১৪০০", "1450");
        row(tab, "[1.1.1]").getByText("Runs both ways").waitFor();
        tab.saved();
        // the desk's own word stands at its row
        row(tab, "[1.1.1]").locator(".assent-says").getByText("80").first().waitFor();

        tab.cell("Weight [1.1.1]").press("Enter");
        assertThat(focused(tab)).isEqualTo("Weight [1.1.2]");
        tab.cell("Weight [1.1.2]").press("Tab");
        assertThat(focused(tab)).isEqualTo("Unit [1.1.2]");

        tab.element().locator(".assent-findings summary").click();
        tab.element()
                .locator(".assent-findings button")
                .filter(new Locator.FilterOptions().setHasText("[1.1.2] Still empty"))
                .first()
                .click();
        assertThat(focused(tab)).endsWith("[1.1.2]");
        team.photograph("agreement-in-the-tab");
        tab.press("Whole window");
        team.photograph("agreement-in-the-whole-window");
        tab.press("Back to the task");
    }

    private static void finishes_it_with_the_sample(Official team) {
        AgreementTab tab = AgreementTab.open(team);
        tab.act("[1]", "Remove").saved();
        tab.press("Fill with the sample").saved().see("70 of 70");
        tab.see("Nothing is left to put right");
    }

    private static void cannot_be_read_or_written_by_others(Official stranger) {
        stranger.tasks();
        for (String path : List.of(
                "/draft", "/versions", "/differences?from=1&to=2", "/draft.xlsx", "/versions/1/agreement.pdf")) {
            assertThat(answer(stranger, "GET", "agreements/" + KEY + path, ""))
                    .as(path)
                    .containsEntry("status", 422)
                    .containsEntry("message", "There is no such agreement among those you may see.");
        }
        assertThat(answer(stranger, "PUT", "agreements/" + KEY + "/draft", "{\"revision\":0,\"content\":{}}"))
                .containsEntry("message", "There is no such agreement among those you may see.");
        assertThat(answer(stranger, "GET", "agreements", "")).containsEntry("text", "[]");
    }

    private static void submits(Official team, Official head) {
        for (String body :
                List.of("no json", "[]", "null", "{\"revision\":\"x\"}", "{\"revision\":1,\"content\":7}", "{}")) {
            assertThat(answer(team, "PUT", "agreements/" + KEY + "/draft", body))
                    .as(body)
                    .containsEntry("status", 422)
                    .containsEntry(
                            "message",
                            "What the page sent could not be read, so nothing was saved. Please reload the page.");
        }
        assertThat(answer(team, "PUT", "agreements/" + KEY + "/draft", "\"" + "x".repeat(2_100_000) + "\""))
                .containsEntry("status", 422)
                .containsEntry(
                        "message", "This draft is larger than 2 MB, which no agreement needs, so it was not saved.");
        team.tab("Form")
                .fill("Where the draft stands", "The draft is ready for the head of office")
                .complete();
        assertThat(answer(team, "PUT", "agreements/" + KEY + "/draft", "{\"revision\":1,\"content\":{}}"))
                .containsEntry(
                        "message", "The draft is changed by whoever has claimed its task. Please claim it first.");

        AgreementTab read = AgreementTab.open(head.open("approveDraft")).part("Objectives");
        assertThat(read.element().locator("textarea, input").count()).isZero();
        head.tab("Form").fill("Decision", "Approve and submit").complete();
    }

    private static void comments_and_returns(Official reviewer) {
        AgreementTab tab = AgreementTab.open(reviewer.open("reviewDraft")).part("Objectives");
        tab.comment("[1.1.1]", "Why so few? Last year’s report says more.");
        reviewer.photograph("agreement-commented-on");
        reviewer.tab("Form")
                .fill("Your opinion", "Return it to the office with the comments")
                .fill("Remark", "Please look at the comments.")
                .complete();
    }

    private static void answers_and_submits_again(Official team, Official head) {
        team.open("draftAgreement").fill("Where the draft stands", "The draft is ready for the head of office");
        team.completeInVain();
        AgreementTab tab = AgreementTab.open(team).part("Comments");
        tab.answer("Why so few?", "The budget allows no more.");
        team.photograph("agreement-answered");
        tab.part("Objectives").type("Unit [1.1.1]", "Persons").saved();
        team.tab("Form")
                .fill("Where the draft stands", "The draft is ready for the head of office")
                .complete();
        head.open("approveDraft").fill("Decision", "Approve and submit").complete();
    }

    private static void sees_answer_and_differences_and_recommends(Official reviewer) {
        AgreementTab tab = AgreementTab.open(reviewer.open("reviewDraft")).part("Comments");
        tab.see("The budget allows no more.").press("Settled").see("settled by");
        tab.part("Versions").see("Returned");
        tab.element().locator(".assent-differences tbody tr").first().waitFor();
        assertThat(tab.element().locator(".assent-differences").innerText()).contains("Persons");
        reviewer.tab("Form");
        FormRows questions = reviewer.rows("Quality of the document");
        for (int i = 0; i < questions.count(); i++) {
            questions.fill(i, "Your answer", "Yes");
        }
        reviewer.fill(
                        "The budget of the activities is confirmed: each one is funded by the development or the operating budget",
                        true)
                .fill("Your opinion", "Recommend it for signature")
                .complete();
    }

    private static void signs(Official head, Official secretary) {
        AgreementTab.open(head.open("signAsHead")).see("Version 2, recommended for signing");
        head.tab("Form").fill("Your decision", "I sign this version").complete();
        secretary
                .open("countersign")
                .fill("Your decision", "I sign this version")
                .complete();
    }

    private void reads_it_in_force_and_asks_for_a_revision(Official team) {
        runJobs();
        team.tasks();
        Page page = team.page();
        page.locator(".assent-bar button:has-text('Agreements')").click();
        page.locator("dialog tbody button").first().click();
        page.getByText("Version 2, signed").first().waitFor();
        team.photograph("agreement-on-the-page");
        Download paper = page.waitForDownload(
                () -> page.locator("dialog a:text-is('Download PDF')").click());
        assertThat(paper.suggestedFilename()).isEqualTo("agreement-" + KEY.replace('/', '-') + "-version-2.pdf");
        assertThat(paper.path()).content(StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        page.locator("dialog button:text-is('Request a revision')").click();
        page.getByLabel("Why the agreement has to be changed").fill("The budget was cut in August.");
        page.locator("dialog button:text-is('Request the revision')").click();
        page.locator(".task-details h2.task:has-text('Draft')").waitFor();
    }

    @Test
    void two_who_write_at_once_lose_nothing_and_a_session_that_ends_loses_nothing(Desk desk) {
        Official team = desk.login("industries-apa");
        opens_the_case(team);
        AgreementTab mine = AgreementTab.open(team.open("draftAgreement"));
        mine.press("Fill with the sample").saved();
        Official again = desk.login("industries-apa");
        AgreementTab theirs = AgreementTab.open(again.open("draftAgreement"));

        theirs.part("Objectives")
                .type("Unit [1.1.1]", "Theirs")
                .type("Evidence [1.1.1]", "A list")
                .saved();
        mine.part("Objectives").type("Unit [1.1.1]", "Mine").type("Budget code [1.1.1]", "4711");
        mine.dialogue().getByText("Here both of you changed the same").waitFor();
        assertThat(mine.dialogue().innerText())
                .contains("[1.1.1] Unit")
                .contains("A list")
                .contains("Theirs");
        team.photograph("agreement-changed-by-two");
        mine.dialogue().getByLabel("Mine").check();
        mine.dialogue().getByText("Save with these choices").click();
        mine.saved();
        assertThat(mine.cell("Unit [1.1.1]").inputValue()).isEqualTo("Mine");
        assertThat(mine.cell("Evidence [1.1.1]").inputValue()).isEqualTo("A list");
        assertThat(mine.cell("Budget code [1.1.1]").inputValue()).isEqualTo("4711");

        takes_a_file(team, mine);

        // the session ends behind the official's back
        team.page().context().clearCookies();
        mine.type("Unit [1.1.1]", "Typed after the end");
        team.page()
                .locator("#username")
                .or(team.page().getByText("your session has ended"))
                .first()
                .waitFor();
        team.page().waitForFunction("() => Object.keys(localStorage).some(key => key.startsWith('assent-agreement:'))");
        team.login("demo");
        AgreementTab restored = AgreementTab.open(team.open("draftAgreement"));
        restored.element().locator(".assent-banner button").first().click();
        restored.saved();
        assertThat(restored.part("Objectives").cell("Unit [1.1.1]").inputValue())
                .isEqualTo("Typed after the end");
        team.logout();
        assertThat(
                        team.page()
                                .evaluate(
                                        "() => Object.keys(localStorage).filter(key => key.startsWith('assent-agreement:')).length"))
                .isEqualTo(0);
    }

    private static void takes_a_file(Official team, AgreementTab tab) {
        Download download = team.page()
                .waitForDownload(() -> tab.element().getByText("Download Excel").click());
        Path file = Path.of("target", "desk", "draft.xlsx");
        download.saveAs(file);
        tab.press("Upload Excel").hand(file);
        tab.dialogue().getByText("nothing would change").waitFor();
        team.page().keyboard().press("Escape");
        tab.type("Unit [1.1.1]", "Changed since").saved();
        tab.press("Upload Excel").hand(file);
        tab.dialogue().getByText("This would change 1 cell").waitFor();
        assertThat(tab.dialogue().innerText()).contains("Changed since").contains("Mine");
        tab.dialogue().getByText("Take it over").click();
        tab.saved();
        assertThat(tab.cell("Unit [1.1.1]").inputValue()).isEqualTo("Mine");
    }

    private static Locator row(AgreementTab tab, String number) {
        return tab.element()
                .locator("tr:has(.assent-number:text-is('" + number + "'))")
                .first();
    }

    private static String focused(AgreementTab tab) {
        return String.valueOf(
                tab.official().page().evaluate("() => document.activeElement.getAttribute('aria-label')"));
    }

    /** Asks the plugin from the official's own page, with the session and the token that a script there would have. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Official official, String method, String path, String body) {
        return (Map<String, Object>) official.page()
                .evaluate(
                        """
                        async ([method, path, body]) => {
                          const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
                          const answer = await fetch('/camunda/api/tasklist/plugin/assent/default/' + path, {
                            method,
                            headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie ? cookie.substring(11) : ''},
                            body: method === 'GET' ? undefined : body
                          });
                          const text = await answer.text();
                          let message = '';
                          try {
                            message = JSON.parse(text).message || '';
                          } catch (noJson) {
                            // the text tells
                          }
                          return {status: answer.status, text, message};
                        }
                        """,
                        Arrays.asList(method, path, body));
    }

    /** Mail and what follows it; the job executor is off in tests. */
    private void runJobs() {
        for (int round = 0; round < 50; round++) {
            var due = jobs.createJobQuery()
                    .executable()
                    .messages()
                    .withRetriesLeft()
                    .list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("The jobs do not come to an end");
    }
}
