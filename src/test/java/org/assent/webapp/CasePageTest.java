package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
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

/** The case page and the bar, on a project that was imported, approved and issued by its own officials. */
@DeskTest
@ExtendWith(FreshDesk.class)
class CasePageTest {

    private static final String CODE = "22-CL-15-GE-WSP-A";

    @Autowired
    ManagementService jobs;

    @BeforeEach
    void it_is_the_day_of_the_notification() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-05-28T00:00:00Z")));
    }

    @Test
    void from_an_import_to_every_officials_own_view_of_the_case(Desk desk) {
        Official officer = desk.login("programme-officer");
        imports_the_sample_and_no_second_time(officer);
        issues(officer, desk.login("secretary-general"));

        sees_all_nominations_at_a_glance(officer);
        Official colombo = desk.login("npo-lk");
        sees_its_own_nomination_only(colombo);
        cannot_ask_for_what_is_not_its_own(colombo);
        lets_the_other_npos_be_played(officer);
        opens_a_change_from_the_case_page(officer);
        reads_only_letters_of_its_own(desk.login("npo-np"));
        assertThat(officer.scriptErrors()).isEmpty();
        assertThat(colombo.scriptErrors()).isEmpty();
    }

    private static void imports_the_sample_and_no_second_time(Official officer) {
        Page page = officer.page();
        press(page, "Import notification");
        page.getByText("Try it with the sample").click();
        page.getByText("Project " + CODE + " has been planned.").waitFor();

        page.getByText("Try it with the sample").click();
        page.getByText("is known already").waitFor();
        page.keyboard().press("Escape");
        page.locator("dialog").waitFor(detached());
    }

    private void issues(Official officer, Official secretaryGeneral) {
        officer.open("draftNotification").complete();
        officer.open("checkNotification")
                .fill("Result of the check", "In order: to the Secretary-General")
                .complete();
        secretaryGeneral
                .open("approveNotification")
                .fill("Decision", "Approve and issue")
                .complete();
        runJobs();
    }

    private static void sees_all_nominations_at_a_glance(Official officer) {
        Locator page = projectPage(officer);

        Locator nominations = panel(page, "Nominations of all economies");
        assertThat(nominations.locator("tbody tr").count()).isEqualTo(20);
        assertThat(nominations.innerText()).contains("Türkiye").contains("Not answered yet");
        assertThat(panel(page, "Who has it now").innerText()).contains("Liaison officers of the NPOs");
        assertThat(panel(page, "Dates").innerText())
                .contains("3 Aug 2022 (end of the day in Tokyo)")
                .contains("20 economies");
        officer.photograph("case-of-the-programme-officer");
        officer.page().keyboard().press("Escape");
    }

    private static void sees_its_own_nomination_only(Official colombo) {
        colombo.open("enterCandidates").tab("Case");
        Locator page = colombo.page().locator(".assent-case");
        page.waitFor();

        assertThat(panel(page, "Your nomination").innerText()).contains("Not answered yet");
        assertThat(page.innerText())
                .contains("Sri Lanka")
                .doesNotContain("Nepal")
                .doesNotContain("all economies")
                .doesNotContain("Propose a change");
        colombo.photograph("case-of-an-npo");
    }

    private static void cannot_ask_for_what_is_not_its_own(Official colombo) {
        assertThat(answer(colombo, "GET", "projects/99-XX-00-GE-WSP-A")).containsEntry("status", 422);
        assertThat(answer(colombo, "GET", "projects/" + CODE + "/participants.xlsx"))
                .doesNotContainEntry("status", 500);
        for (String action : List.of("change", "replacements", "revocation", "contest")) {
            assertThat(answer(colombo, "POST", "projects/" + CODE + "/" + action))
                    .as(action)
                    .containsEntry("status", 422);
        }
        assertThat(answer(colombo, "POST", "notifications/sample")).containsEntry("status", 422);
        assertThat(answer(colombo, "GET", "case/no-such-task")).containsEntry("status", 422);
        // no clock in the tests' setting, as in production: nobody is offered one, nobody can ask for one
        assertThat(answer(colombo, "POST", "clock/next")).containsEntry("status", 422);
        assertThat(colombo.page().locator(".assent-bar .assent-clock").count()).isZero();
    }

    private static void lets_the_other_npos_be_played(Official officer) {
        Locator page = projectPage(officer);
        panel(page, "Nominations of all economies")
                .getByText("Play the other NPOs")
                .click();
        page.page().locator(".assent-told").waitFor();

        Locator rows = panel(page, "Nominations of all economies").locator("tbody tr");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Sri Lanka"))
                        .innerText())
                .contains("Not answered yet");
        assertThat(rows.filter(new Locator.FilterOptions().setHasText("Not answered yet"))
                        .count())
                .isEqualTo(1);
        officer.photograph("nominations-at-a-glance");
        officer.page().keyboard().press("Escape");
    }

    private static void opens_a_change_from_the_case_page(Official officer) {
        Locator page = projectPage(officer);
        panel(page, "Notification and changes")
                .getByText("Propose a change of the project")
                .click();
        officer.page()
                .locator(".task-details h2.task:has-text('Propose a change')")
                .waitFor();
    }

    private static void reads_only_letters_of_its_own(Official kathmandu) {
        press(kathmandu.page(), "Outbox");
        Locator letters = kathmandu.page().locator(".assent-dialogue tbody tr");
        letters.first().waitFor();
        assertThat(letters.allInnerTexts()).allMatch(letter -> letter.contains("npo-np"));

        letters.first().locator("button").click();
        Locator letter = kathmandu.page().locator(".assent-letter");
        letter.waitFor();
        assertThat(letter.innerText()).contains(CODE);
    }

    @Test
    void a_visitor_gets_no_answer(Desk desk) {
        Official nobody = desk.visitor("nobody");

        assertThat(nobody.statusOf("projects")).isEqualTo(401);
        assertThat(nobody.statusOf("outbox")).isEqualTo(401);
    }

    private static Locator projectPage(Official official) {
        official.tasks();
        press(official.page(), "Projects");
        official.page().locator(".assent-projects button").first().click();
        Locator page = official.page().locator(".assent-dialogue .assent-case");
        page.waitFor();
        return page;
    }

    private static void press(Page page, String control) {
        page.locator(".assent-bar button:has-text('" + control + "')").click();
    }

    private static Locator panel(Locator page, String title) {
        Locator panel = page.locator(".assent-panel:has(h4:text-is('" + title + "'))");
        panel.waitFor();
        return panel;
    }

    /** Asks the plugin from the official's own page, with the session and the token that a script there would have. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Official official, String method, String path) {
        return (Map<String, Object>) official.page()
                .evaluate(
                        """
                        async ([method, path]) => {
                          const cookie = document.cookie.split('; ').find(one => one.startsWith('XSRF-TOKEN='));
                          const answer = await fetch('/camunda/api/tasklist/plugin/assent/default/' + path, {
                            method,
                            headers: {'Content-Type': 'application/json', 'X-XSRF-TOKEN': cookie ? cookie.substring(11) : ''},
                            body: method === 'GET' ? undefined : '{}'
                          });
                          return {status: answer.status, text: await answer.text()};
                        }
                        """,
                        List.of(method, path));
    }

    private static Locator.WaitForOptions detached() {
        return new Locator.WaitForOptions().setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED);
    }

    /** Mail and what follows it; the job executor is off in tests. */
    private void runJobs() {
        for (int round = 0; round < 200; round++) {
            var due = jobs.createJobQuery().executable().withRetriesLeft().list();
            if (due.isEmpty()) {
                return;
            }
            due.forEach(job -> jobs.executeJob(job.getId()));
        }
        throw new AssertionError("The jobs do not come to an end");
    }
}
