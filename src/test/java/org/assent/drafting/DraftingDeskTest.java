package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.assent.agreement.AgreementFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DraftingDeskTest {

    @Autowired
    AgreementFixture agreements;

    @Autowired
    DraftDesk drafts;

    @Autowired
    DocumentRegister documents;

    @Autowired
    RuntimeService runtime;

    @Test
    void a_team_mends_its_draft_and_the_head_returns_it_once_before_approving(Desk desk) {
        String key = agreements.opened("energy", "2024-25");
        runtime.startProcessInstanceByKey(
                DraftingProcess.KEY,
                key,
                Map.of(
                        "organisation", "energy",
                        "apaTeam", "energy-apa-team",
                        "officeHead", "energy-heads",
                        "draftDueAt", Date.from(Instant.parse("2099-05-31T18:00:00Z"))));

        Official team = desk.login("energy-apa").open("draftAgreement");
        team.see("Energy and Mineral Resources Division")
                .see("Weights total 0 of 70;")
                .see("There is no objective.")
                .fill("Where the draft stands", "The draft is ready for the head of office")
                .photograph("draftAgreement");
        assertThat(team.completeInVain()).singleElement().satisfies(sentence -> assertThat(sentence)
                .contains("things are still to be mended:", "more in the tab Agreement."));

        drafts.save(key, Edited.industries(), 0, "energy-apa");
        team.tasks()
                .open("draftAgreement")
                .see("Weights total 70 of 70; nothing that must be mended; 5 remarks.")
                .fill("Where the draft stands", "The draft is ready for the head of office")
                .complete();

        Official head = desk.login("energy-head").open("approveDraft");
        head.see("Expansion of industry and of employment in it")
                .fill("Decision", "Return to the APA team")
                .photograph("approveDraft");
        assertThat(head.completeInVain()).containsExactly("Please write in the remark what the team has to change.");
        head.fill("Remark (needed when it is returned)", "Name the *gas fields*")
                .complete();

        team.open("draftAgreement")
                .see("The head of office returned the draft: Name the *gas fields*")
                .photograph("draftAgreement.returned");
        drafts.save(
                key,
                Edited.of(Edited.industries())
                        .set("", "overviewPlans", "Gas fields are developed.")
                        .content(),
                1,
                "energy-apa");
        team.fill("Where the draft stands", "The draft is ready for the head of office")
                .complete();
        head.open("approveDraft").fill("Decision", "Approve and submit").complete();

        assertThat(documents.latest(key)).hasValueSatisfying(version -> {
            assertThat(version.approvedBy()).isEqualTo("energy-head");
            assertThat(version.content().overviewPlans()).isEqualTo("Gas fields are developed.");
        });
        assertThat(team.scriptErrors()).isEmpty();
        assertThat(head.scriptErrors()).isEmpty();
    }
}
