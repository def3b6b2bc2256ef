package org.assent.deputation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.LocalDate;
import java.util.Set;
import org.assent.access.EngineUsers;
import org.assent.drafting.DocumentFixture;
import org.assent.signing.SignatureFacts;
import org.assent.signing.SigningFixture;
import org.assent.signing.SigningRegister;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DeputationDeskTest {

    @Autowired
    DocumentFixture fixture;

    @Autowired
    SigningRegister signings;

    @Autowired
    SigningFixture cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineUsers users;

    @Autowired
    DeputationDesk deputations;

    @Test
    void a_head_names_a_deputy_who_signs_in_both_names_until_the_head_revokes_it(Desk desk) {
        String key = recommended();
        Official head = desk.login("industries-head").tasks();
        head.page().locator(".assent-deputies").first().click();
        head.see("Name my deputy");
        appoint(head, "industries-head", "MoI/12");
        head.see("Nobody is their own deputy. Please choose a colleague.");
        appoint(head, "bsti-head", "MoI/12");
        head.see("is appointed.").see("in force").photograph("acting-for");

        Official deputy = desk.login("bsti-head").tasks();
        deputy.page()
                .locator(".task-filters .task-filter a:has-text('Acting for')")
                .click();
        deputy.see("Sign as head of the office");
        deputy.openTask(task(key))
                .see("deputy of Secretary Ministry of Industries")
                .fill("Your decision", "I sign this version")
                .photograph("signAsHead-by-deputy")
                .complete();

        assertThat(signings.signatures(key))
                .extracting(SignatureFacts::name)
                .singleElement()
                .asString()
                .matches(".+ for .*Ministry of Industries, order no\\. MoI/12");

        head.page().locator(".assent-body button:has-text('Revoke')").click();
        head.see("The appointment has ended.");
        deputy.page().reload();
        deputy.tasks();
        assertThat(deputy.page()
                        .locator(".task-filters .task-filter a:has-text('Acting for')")
                        .count())
                .isZero();
        assertThat(head.scriptErrors()).isEmpty();
        assertThat(deputy.scriptErrors()).isEmpty();
    }

    @Test
    void an_administrator_of_accounts_ends_an_appointment_in_admin(Desk desk) {
        users.actAs("industries-head");
        LocalDate today = deputations.today();
        deputations.appoint(new Appointment("industries-head", "bsti-head", Set.of("signing"), today, today, "MoI/13"));
        engine.getIdentityService().clearAuthentication();
        Official admin = desk.visitor("account-admin");
        var page = admin.page();
        page.navigate(desk.address() + "/login?to=/camunda/app/admin/default/");
        page.getByLabel("User id").fill("account-admin");
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");

        page.getByText("Appointments in force").click();
        admin.see("MoI/13").see("in force").photograph("deputies-in-admin");
        page.locator("button:has-text('Revoke')").click();

        admin.see("The appointment has ended.").see("No appointment is in force or to come.");
        users.actAs("industries-head");
        assertThat(deputations.appointments().get(0))
                .satisfies(one -> assertThat(one.revokedBy()).isEqualTo("account-admin"));
        assertThat(admin.scriptErrors()).isEmpty();
    }

    @AfterEach
    void nobodyIsLoggedIn() {
        engine.getIdentityService().clearAuthentication();
    }

    private static void appoint(Official head, String deputy, String order) {
        Locator form = head.page().locator(".assent-body form");
        form.locator("input[name=deputy]").fill(deputy);
        form.locator("input[name=until]").fill(form.locator("input[name=from]").inputValue());
        form.locator("input[name=orderNumber]").fill(order);
        form.locator("button[type=submit]").click();
    }

    private String recommended() {
        String key = fixture.recommendedAnew();
        cases.begin(key);
        return key;
    }

    private String task(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
    }
}
