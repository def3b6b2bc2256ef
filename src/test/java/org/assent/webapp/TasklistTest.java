package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@DeskTest
@Import(TrialDesk.class)
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "camunda.bpm.deployment-resource-pattern=classpath:desk/*")
class TasklistTest {

    private static final String TASK = "Try every field";

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void a_task_of_2022_waits() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-07-05T03:30:00Z")));
        runtime.startProcessInstanceByKey("deskTrial");
    }

    @AfterEach
    void no_task_is_left() {
        ClockUtil.reset();
        runtime.createProcessInstanceQuery().list().forEach(one -> runtime.deleteProcessInstance(one.getId(), "next"));
    }

    @Test
    void rows_of_a_list_are_added_edited_and_removed_and_the_task_is_completed(Desk desk) {
        Official admin = desk.login("programme-officer").open(TASK);
        FormRows people = admin.fill("Title", "A list").rows("People");
        assertThat(people.count()).isEqualTo(1);
        assertThat(people.value(0, "Name")).isEqualTo("Nimal");
        assertThat(people.value(0, "Date of birth")).isEqualTo("29/02/1980");

        people.fill(0, "Name", "Nimal Perera");
        int second = people.add();
        people.fill(second, "Name", "Zeynep")
                .fill(second, "Level", "Officer")
                .fill(second, "Date of birth", "1990-12-01");
        int third = people.add();
        people.fill(third, "Name", "Nobody").remove(third);
        people.fill(second, "Years of experience", 7);
        admin.complete();

        assertThat(TrialDesk.PEOPLE.get())
                .containsExactly(
                        new TrialDesk.Person("Nimal Perera", "MANAGER", "1980-02-29", 12),
                        new TrialDesk.Person("Zeynep", "OFFICER", "1990-12-01", 7));
        assertThat(admin.scriptErrors()).isEmpty();
    }

    @Test
    void every_kind_of_field_reaches_the_delegate_as_filled(Desk desk) {
        Official admin = desk.login("programme-officer").open(TASK);
        admin.fill("Title", "Everything")
                .fill("Places", 9)
                .fill("Remarks", "Two\nlines")
                .fill("I agree", true)
                .fill("Decision", "Send back")
                .fill("Modality", "Digital")
                .fill("Economy", "Nepal")
                .choose("Topics", "Green", "Lean")
                .choose("Hosts", "Sri Lanka", "Nepal")
                .fill("Day", "2022-08-24")
                .fill("From", "09:30")
                .fill("Inside the group", "inside");
        assertThat(admin.value("Hosts")).isEqualTo("Sri Lanka, Nepal");
        admin.complete();

        assertThat(TrialDesk.FIELDS.get())
                .containsEntry("places", "9")
                .containsEntry("remarks", "Two\nlines")
                .containsEntry("agreed", "true")
                .containsEntry("decision", "RETURN")
                .containsEntry("modality", "DIGITAL")
                .containsEntry("economy", "NP")
                .containsEntry("topics", "[\"GREEN\",\"LEAN\"]")
                .containsEntry("hosts", "[\"LK\",\"NP\"]")
                .containsEntry("day", "2022-08-24")
                .containsEntry("hour", "09:30")
                .containsEntry("inner", "inside");
    }

    @Test
    void an_empty_required_field_is_marked_and_the_form_cannot_be_sent(Desk desk) {
        Official admin = desk.login("programme-officer")
                .open(TASK)
                .fill("Title", "Something")
                .fill("Title", "");

        admin.see("Field is required.");
        admin.page().locator(".form-actions button.btn-primary[disabled]").waitFor();

        admin.rows("People").fill(0, "Name", "Nimal Perera");
        assertThat(admin.completeButton().isDisabled()).isTrue();
        admin.fill("Title", "Something").complete();
    }

    @Test
    void a_refusal_is_one_sentence_and_loses_nothing(Desk desk) {
        Official admin = desk.login("programme-officer")
                .open(TASK)
                .fill("Title", "Refuse me")
                .fill("Places", 12);
        admin.rows("People").fill(0, "Name", "Zeynep");

        assertThat(admin.completeInVain())
                .containsExactly("The closing date has passed, so nothing can be nominated any more.");

        assertThat(admin.value("Places")).isEqualTo("12");
        assertThat(admin.rows("People").value(0, "Name")).isEqualTo("Zeynep");
        admin.fill("Title", "Now it is right").complete();
    }

    @Test
    void what_nobody_expected_is_a_reference_that_the_log_has_too(Desk desk, CapturedOutput log) {
        Official admin = desk.login("programme-officer").open(TASK).fill("Title", "Break");

        var told = admin.completeInVain();

        assertThat(told).hasSize(1);
        assertThat(told.get(0))
                .startsWith("Something went wrong")
                .doesNotContain("insides")
                .doesNotContain("ENGINE");
        String reference = told.get(0).replaceAll(".*reference (\\w+)\\.", "$1");
        assertThat(reference).matches("[0-9A-F]{8}");
        assertThat(log.getAll()).contains("Reference " + reference);
    }

    @Test
    void dates_are_absolute_because_the_desks_clock_is_not_the_browsers(Desk desk) {
        Official admin = desk.login("programme-officer").tasks();

        Locator created = admin.page().locator(".tasks-list .creation-date").first();
        created.waitFor();
        // Colombo is five and a half hours ahead of UTC
        assertThat(created.innerText().replaceAll("\\s+", " ")).isEqualTo("Created 5 Jul 2022, 09:00");
        assertThat(admin.page().locator("body").innerText()).doesNotContain("ago");
        assertThat(admin.page().locator(".ce-eol-banner:visible").count()).isZero();
    }

    @Test
    void drafts_stay_until_logout_and_no_longer(Desk desk) {
        Official admin = desk.login("programme-officer").open(TASK).fill("Remarks", "Zeynep is my first choice");
        admin.page().locator(".form-actions button:has-text('Save')").click();
        assertThat(drafts(admin)).isEqualTo(1);

        assertThat(admin.open(TASK).value("Remarks")).isEqualTo("Zeynep is my first choice");
        admin.fill("Remarks", "Zeynep is my second choice").logout();

        assertThat(drafts(admin)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cockpit", "admin"})
    void whoever_leaves_another_web_app_has_left_tasklist_too_and_their_drafts_are_gone(String app, Desk desk) {
        Official admin = desk.login("admin");
        admin.page().evaluate("() => localStorage.setItem('camunda-form:1', '{}')");
        admin.page().navigate(desk.address() + "/camunda/app/" + app + "/default/");

        admin.logout();

        assertThat(drafts(admin)).isZero();
        admin.page().navigate(desk.address() + "/camunda/app/tasklist/default/");
        admin.page().getByLabel("Password").waitFor();
    }

    @Test
    void a_link_to_a_task_leads_through_the_login_to_that_task(Desk desk) {
        Official officer = desk.visitor("programme-officer");
        String task = tasks.createTaskQuery().singleResult().getId();

        officer.page().navigate(desk.address() + "/camunda/app/tasklist/default/#/?task=" + task);
        // somebody else: the account itself would wait some seconds after a wrong password
        officer.page().getByLabel("User id").fill("npo-lk");
        officer.page().getByLabel("Password").fill("wrong");
        officer.page().keyboard().press("Enter");
        officer.see("User id or password is wrong.");
        officer.page().getByLabel("User id").fill("programme-officer");
        officer.page().getByLabel("Password").fill("demo");
        officer.page().keyboard().press("Enter");

        officer.page().locator(".task-details h2.task").waitFor();
        assertThat(officer.page().url()).contains("#/").contains("task=" + task);
        officer.photograph("login-led-to-the-task");
    }

    @Test
    void a_page_whose_session_has_ended_leads_to_the_login_and_back(Desk desk) {
        Official officer = desk.login("programme-officer").open(TASK);
        String place = officer.page().url();

        officer.page().context().clearCookies();
        officer.page()
                .locator(".task-filters .task-filter a:has-text('My tasks')")
                .first()
                .click();

        officer.see("Your session has ended.");
        officer.photograph("login-after-the-session-ended");
        officer.page().getByLabel("User id").fill("programme-officer");
        officer.page().getByLabel("Password").fill("demo");
        officer.page().keyboard().press("Enter");
        officer.page().locator(".task-details h2.task").waitFor();
        assertThat(officer.page().url().replaceFirst("^[^#]*", ""))
                .contains(place.replaceFirst("^.*(task=[^&]*).*$", "$1"));
    }

    @Test
    void a_page_opens_while_others_are_at_work(Desk desk) {
        Official admin = desk.login("programme-officer");
        for (int i = 0; i < 5; i++) {
            admin.page().navigate("about:blank");
            // each answer of the server used to spoil the content policy of a page on its way
            admin.tasks();
        }
        assertThat(admin.scriptErrors()).isEmpty();
    }

    private static int drafts(Official official) {
        return (int) official.page()
                .evaluate("() => Object.keys(localStorage).filter(key => key.startsWith('camunda-form:')).length");
    }
}
