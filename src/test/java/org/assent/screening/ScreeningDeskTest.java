package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assent.nomination.EnglishLevel;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ScreeningDeskTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture nominations;

    @Autowired
    SelectionRegister register;

    @Autowired
    SelectionSheet sheet;

    @Autowired
    RuntimeService runtime;

    @Test
    void a_selection_is_screened_changed_and_approved_by_two_officers(Desk desk) {
        String code =
                projects.issued(LocalDate.of(2022, 8, 24), LocalDate.of(2022, 8, 26), LocalDate.of(2022, 8, 3), 3, 1);
        nominations.submitted(
                code,
                "IN",
                Profile.strong(),
                Profile.ordinary().with(EnglishLevel.BASIC),
                Profile.ordinary(),
                Profile.ordinary());
        nominations.submitted(code, "NP", Profile.strong().incomplete());
        nominations.submitted(code, "LK", 2);
        runtime.startProcessInstanceByKey(ScreeningProcess.KEY, code);

        Official screener = desk.login("programme-officer").open("decideReferred");
        FormRows referred = screener.rows("Referred candidates");
        assertThat(referred.count()).isEqualTo(2);
        assertThat(List.of(referred.value(0, "Reference"), referred.value(1, "Reference")))
                .containsExactly("NP-1", "IN-2");
        referred.fill(0, "Decision", "Eligible").fill(0, "Reason", "The missing paper came by mail");
        referred.fill(1, "Decision", "Not eligible").fill(1, "Reason", "The sessions need more English");
        screener.photograph("decideReferred").complete();

        screener.open("reviewSelection").see("3 of 3 overseas places and 1 of 1 local places are filled.");
        screener.photograph("reviewSelection")
                .fill("Your review", "Exchange candidates and show me the result")
                .fill("Reason for the exchange", "Works in the field");
        screener.fill("Take out of the selection", choice(code, "NP-1"))
                .fill("Take into the selection", choice(code, "IN-4"))
                .photograph("exchange")
                .complete();
        screener.open("reviewSelection").see("India has 3 overseas places; the usual number is 2.");
        screener.fill("Your review", "Submit the selection for approval as shown")
                .complete();
        assertThat(screener.tasks().taskNames()).isEmpty();

        Official second = desk.login("programme-officer-2").open("approveSelection");
        second.see("Works in the field").photograph("approveSelection");
        second.fill("Your decision", "Return it to the reviewer")
                .fill("Remark", "Is the incomplete one really out?")
                .complete();
        screener.open("reviewSelection").see("Is the incomplete one really out?");
        screener.fill("Your review", "Submit the selection for approval as shown")
                .complete();
        second.open("approveSelection")
                .fill("Your decision", "Approve the selection")
                .complete();

        assertThat(register.selection(code).orElseThrow().selected())
                .extracting(Selected::reference)
                .containsExactlyInAnyOrder("IN-1", "IN-3", "IN-4", "LK-1");
        assertThat(screener.scriptErrors()).isEmpty();
        assertThat(second.scriptErrors()).isEmpty();
    }

    /** A choice bears the name and the points, which are not this test's business. */
    private String choice(String code, String reference) {
        return sheet.selection(code).values().stream()
                .filter(List.class::isInstance)
                .flatMap(list -> ((List<?>) list).stream())
                .filter(SheetRow.Choice.class::isInstance)
                .map(SheetRow.Choice.class::cast)
                .filter(one -> one.value().equals(reference))
                .findFirst()
                .orElseThrow()
                .label();
    }
}
