package org.assent.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import org.assent.engine.FreshDesk;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The start of an agreement in the real Tasklist. */
@DeskTest
@ExtendWith(FreshDesk.class)
class AgreementDeskTest {

    @Autowired
    AgreementRegister agreements;

    @Test
    void a_team_opens_its_own_agreement_and_finds_the_draft_among_its_tasks(Desk desk) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2023-04-20T04:00:00Z")));
        Official team = desk.login("industries-apa").tasks().start("Annual performance agreement");
        team.fill("Office", "commerce").fill("Fiscal year", "2023-24");
        team.page().locator(".modal-footer button.btn-primary").click();
        assertThat(team.notifications())
                .singleElement()
                .asString()
                .startsWith("An agreement is opened by the office's own APA team");
        assertThat(team.photograph("planAgreement").value("Fiscal year")).isEqualTo("2023-24");

        team.fill("Office", "industries").begin();

        team.open("draftAgreement");
        assertThat(agreements.agreement("industries/2023-24").state()).isEqualTo(AgreementState.DRAFTING);
    }
}
