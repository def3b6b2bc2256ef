package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.engine.FreshDesk;
import org.assent.history.LookBook;
import org.assent.history.LookFacts;
import org.assent.history.ScreenedFixture;
import org.assent.history.ScreenedFixture.Screened;
import org.assent.ledger.LedgerFixture;
import org.assent.ledger.VerifyBundleCommand;
import org.assent.nomination.NominationRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An auditor who has never seen the desk audits a finished case in Cockpit, from a candidate's name to the files. */
@DeskTest
@ExtendWith(FreshDesk.class)
class HistoryDeskTest {

    @Autowired
    ScreenedFixture fixture;

    @Autowired
    NominationRegister nominations;

    @Autowired
    LookBook looks;

    @Autowired
    LedgerFixture ledger;

    @TempDir
    Path folder;

    @Test
    void an_auditor_audits_a_finished_case_from_the_search_to_the_bundle(Desk desk) throws IOException {
        ledger.begin();
        Screened screened = fixture.finished();
        String name =
                nominations.candidate(screened.code(), "IN-2").orElseThrow().displayName();
        Official auditor = desk.visitor("auditor");
        opens_the_history(auditor, desk);

        asks_what_became_of(auditor, name);
        opens_the_case(auditor);
        takes_files_away(auditor, screened);
        has_the_record_verified_and_takes_the_proof_away(auditor, screened);
        finds_it_again_by_a_link(auditor, screened);
        looks_at_the_figures(auditor);
        sees_what_was_looked_at(auditor, name);
        assertThat(auditor.scriptErrors()).isEmpty();
    }

    private static void opens_the_history(Official auditor, Desk desk) {
        Page page = auditor.page();
        page.navigate(desk.address() + "/login?to=/camunda/app/cockpit/default/");
        page.getByLabel("User id").fill("auditor");
        page.getByLabel("Password").fill("demo");
        page.getByRole(AriaRole.BUTTON).click();
        // Cockpit gives up on scripts that take seven seconds, and a busy machine needs more for the first page
        Locator link = page.locator("a[href='#/history']");
        for (int attempt = 0; attempt < 4; attempt++) {
            try {
                link.first().waitFor(new Locator.WaitForOptions().setTimeout(15_000));
                break;
            } catch (com.microsoft.playwright.TimeoutError slow) {
                page.reload();
            }
        }
        link.first().click();
        page.getByText("Cases, finished and running").waitFor();
        page.locator(".assent-evidence")
                .getByText("Verify", new Locator.GetByTextOptions().setExact(true))
                .waitFor();
    }

    private static void asks_what_became_of(Official auditor, String name) {
        Page page = auditor.page();
        page.getByLabel("Candidate’s name").fill(name);
        page.getByText("What became of them?").click();
        Locator row = page.locator(".assent-of-candidates tbody tr").filter(has("(IN-2)"));
        row.waitFor();
        assertThat(row.innerText()).contains("Not eligible", "the table, without an officer", "noEnglish", "version");
        assertThat(page.url()).doesNotContain(name.split(" ")[0]);
        auditor.photograph("history-candidate");
        row.getByText("May this candidate be considered?").click();
    }

    private static void opens_the_case(Official auditor) {
        Page page = auditor.page();
        page.locator(".assent-diagram .assent-walked").first().waitFor();
        assertThat(page.locator(".assent-facts").innerText())
                .contains("Selection approved", "Tokyo", "Screening of candidates, version");
        assertThat(page.locator(".assent-diagram .assent-taken").count()).isGreaterThan(10);
        assertThat(page.locator("#assent-acted").innerText())
                .contains("Who acted for whom?", "secretary-general", ScreenedFixture.ORDER);
        assertThat(page.locator("#assent-changed").innerText()).contains("suspend");
        assertThat(page.locator("#assent-dates").innerText()).contains("Announcement of the selected names");
        page.locator("#assent-timeline")
                .getByText("Approve the selection: completed")
                .waitFor();
        page.locator("#assent-tasks").getByText("Approve the selection").first().click();
        page.locator("#assent-visits").getByText("Second Programme Officer").waitFor();
        auditor.photograph("history-case");
    }

    private static void takes_files_away(Official auditor, Screened screened) throws IOException {
        Page page = auditor.page();
        Path pdf = page.waitForDownload(() -> page.locator("[data-format=pdf]").click())
                .path();
        try (var paper = Loader.loadPDF(pdf.toFile())) {
            assertThat(new PDFTextStripper().getText(paper))
                    .contains("Contents", "Who acted for whom?", ScreenedFixture.ORDER);
        }
        Path xes = page.waitForDownload(() -> page.locator("[data-format=xes]").click())
                .path();
        assertThat(Files.readString(xes)).contains("xes.version", screened.code());
    }

    /** And a third party, with the file and the program alone, comes to the same. */
    private void has_the_record_verified_and_takes_the_proof_away(Official auditor, Screened screened)
            throws IOException {
        Page page = auditor.page();
        Locator evidence = page.locator(".assent-evidence");
        evidence.getByText("Verify", new Locator.GetByTextOptions().setExact(true))
                .click();
        evidence.getByText("nothing was changed, left out, put in or moved")
                .waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        auditor.photograph("history-verified");
        assertThat(page.url()).as("a link to be sent").doesNotContain("viewbox");
        var download =
                page.waitForDownload(() -> evidence.getByText("Case bundle").click());
        assertThat(download.suggestedFilename()).isEqualTo("assent-" + screened.code() + ".zip");
        Path bundle = download.path();
        evidence.getByText("The desk’s public key").click();
        auditor.photograph("history-keys");
        Path keys = page.waitForDownload(
                        () -> evidence.getByText("Public keys (PEM)").click())
                .path();
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = VerifyBundleCommand.run(
                List.of(
                        Files.copy(bundle, folder.resolve("bundle.zip")).toString(),
                        "--key",
                        Files.copy(keys, folder.resolve("keys.pem")).toString()),
                new PrintStream(said, true, StandardCharsets.UTF_8));
        assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("Case " + screened.id(), "WHOLE.");
    }

    private static void finds_it_again_by_a_link(Official auditor, Screened screened) {
        Page page = auditor.page();
        page.getByText("Cases of this process").click();
        page.getByLabel("Case (part of its key)").fill(screened.code());
        page.getByLabel("Outcome").selectOption("Selection approved");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Search"))
                .click();
        page.locator(".assent-found strong:text-is('1 case')").waitFor();
        page.reload();
        page.locator(".assent-found strong:text-is('1 case')").waitFor();
        assertThat(page.getByLabel("Case (part of its key)").inputValue()).isEqualTo(screened.code());
        auditor.photograph("history-search");
    }

    private static void looks_at_the_figures(Official auditor) {
        Page page = auditor.page();
        page.getByText("Figures of this process").click();
        page.locator(".assent-chart svg").first().waitFor();
        page.locator(".assent-diagram .assent-badge").first().waitFor();
        page.getByLabel("Coloured by").selectOption("duration, median");
        assertThat(page.locator(".assent-chart svg").first().getAttribute("aria-label"))
                .contains("How cases ended", "Selection approved");
        auditor.photograph("history-figures");
    }

    private void sees_what_was_looked_at(Official auditor, String name) {
        Page page = auditor.page();
        page.getByText("Cases of this process").click();
        page.getByText("What was looked at").click();
        page.locator(".assent-of-looks tbody tr").first().waitFor();
        assertThat(page.locator(".assent-of-looks").innerText())
                .contains("candidate", "export", "IN-2")
                .doesNotContain(name);
        assertThat(looks.latest()).extracting(LookFacts::by).containsOnly("auditor");
        auditor.photograph("history-looks");
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
