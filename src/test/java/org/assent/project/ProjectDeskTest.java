package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.assent.engine.FreshDesk;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.transaction.support.TransactionTemplate;

/** The forms of a project in the real Tasklist. */
@DeskTest
@ExtendWith(FreshDesk.class)
class ProjectDeskTest {

    private static final String HOSTS = "Hosts (the first keeps the attendance)";
    private static final String CODE = "22-AG-07-GE-TRC-A";

    @Autowired
    ProjectRegister register;

    @Autowired
    ProjectFixture fixture;

    @Autowired
    Projects projects;

    @Autowired
    ProjectDesk requests;

    @Autowired
    NotificationImport imports;

    @Autowired
    IdentityService users;

    @Autowired
    RuntimeService cases;

    @Autowired
    TransactionTemplate transactions;

    @BeforeEach
    void on_the_day_of_issue() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-05-28T01:00:00Z")));
    }

    @Test
    void a_notification_is_typed_checked_issued_and_revised(Desk desk) {
        Official officer = desk.login("programme-officer").tasks().start("APO project");
        officer.fill("Project code", "22-AG-7").fill("Title", "Training Course on Smart Farming");
        officer.page().locator(".modal-footer button.btn-primary").click();
        assertThat(officer.notifications()).singleElement().asString().startsWith("A project code looks like");
        assertThat(officer.photograph("planProject").value("Title")).isEqualTo("Training Course on Smart Farming");
        officer.fill("Project code", CODE).begin();

        officer.open("draftNotification").see("Training Course on Smart Farming");
        officer.fill("Reference", CODE + "-PN2200061-001")
                .fill("First day", "2022-09-12")
                .fill("Last day", "2022-09-13")
                .fill("Closing date for nominations", "2022-09-15")
                .fill("Modality", "Face-to-face multicountry")
                .choose(HOSTS, "Vietnam")
                .fill("Venue", "Hanoi")
                .fill("Participating economies", "Only those named here")
                .choose("Named economies", "India", "Nepal")
                .fill("Overseas places", 4)
                .fill("Local places", 2)
                .fill("Implementing organizations", "Vietnam National Productivity Institute")
                .fill("Qualifications of participants", "Agricultural advisers")
                .choose("Kinds of organization asked for", "Government", "Small or medium enterprise")
                .fill("Nomination of participants", "Through the NPOs only")
                .fill("Objectives", "Learn from each other")
                .fill("Financial arrangements", "The APO meets the costs of experts")
                .fill("Signatory", "Secretary-General");
        FormRows topics = officer.rows("Indicative topics");
        topics.fill(0, "Day", 1).fill(0, "Topic", "Sensors");
        int second = topics.add();
        topics.fill(second, "Day", 2).fill(second, "Topic", "Markets");
        assertThat(officer.photograph("draftNotification").completeInVain())
                .containsExactly("The closing date for nominations must lie before the first day.");
        assertThat(officer.value(HOSTS)).isEqualTo("Vietnam");
        assertThat(topics.value(second, "Topic")).isEqualTo("Markets");
        officer.fill("Closing date for nominations", "2022-08-01").complete();

        officer.open("checkNotification").see("12–13 September 2022 (2 days)").photograph("checkNotification");
        officer.fill("Result of the check", "In order: to the Secretary-General")
                .complete();
        Official chief = desk.login("secretary-general").open("approveNotification");
        chief.see("India, Nepal").photograph("approveNotification");
        chief.fill("Decision", "Approve and issue").complete();

        assertThat(register.project(CODE).announceOn()).hasToString("2022-08-15");
        assertThat(register.project(CODE).economies()).containsExactly("IN", "NP", "VN");
        assertThat(register.project(CODE).targetGroups())
                .containsExactlyInAnyOrder(OrganizationType.GOVERNMENT, OrganizationType.SME);

        asOfficer(() -> requests.requestChange(CODE));
        officer.open("proposeChange").see("Notified");
        assertThat(officer.value("Venue")).isEqualTo("Hanoi");
        officer.fill("What is proposed?", "A revision of the notification")
                .fill("Reason", "More applicants")
                .fill("Overseas places", 6)
                .photograph("proposeChange")
                .complete();
        chief.open("decideChange")
                .see("Proposed by Programme Officer")
                .see("4 → 6")
                .photograph("decideChange");
        chief.fill("Decision", "Approve").complete();
        assertThat(register.project(CODE).overseasPlaces()).isEqualTo(6);

        asOfficer(() -> requests.requestReplacements(CODE));
        officer.open("openReplacementWindow").see("12 September 2022");
        officer.choose("NPOs that may nominate replacements", "India")
                .fill("Last day for replacements", "2022-08-20")
                .fill("Reason", "A dropout");
        assertThat(officer.completeInVain())
                .containsExactly("The selection has not been made yet, so there is nobody to replace.");
        transactions.executeWithoutResult(
                status -> screened(projects.findByCode(CODE).orElseThrow()));
        officer.photograph("openReplacementWindow").complete();
        assertThat(register.reopening(CODE, "IN")).isPresent();
        assertThat(officer.scriptErrors()).isEmpty();
        assertThat(chief.scriptErrors()).isEmpty();
    }

    @Test
    void an_imported_notification_opens_filled_in_and_comes_back_with_a_remark(Desk desk) throws IOException {
        byte[] sample = new ClassPathResource("samples/project-notification.txt").getContentAsByteArray();
        asOfficer(() -> imports.take(sample, "text/plain;charset=UTF-8"));

        Official officer = desk.login("programme-officer").open("draftNotification");
        assertThat(Stream.of("First day", "Last day", "Closing date for nominations", HOSTS, "Overseas places")
                        .map(officer::value))
                .containsExactly("24/08/2022", "26/08/2022", "03/08/2022", "Sri Lanka", "38");
        assertThat(officer.rows("Indicative topics").count()).isEqualTo(5);
        officer.photograph("draftNotification-imported").complete();

        officer.open("checkNotification").fill("Result of the check", "Back to drafting");
        assertThat(officer.photograph("checkNotification-imported").completeInVain())
                .containsExactly("Please say in the remark what has to change, or why it is refused.");
        assertThat(officer.value("Result of the check")).isEqualTo("Back to drafting");
        officer.fill("Remark (needed when it goes back)", "Which kinds of organization?")
                .complete();
        officer.open("draftNotification").see("Sent back with the remark: Which kinds of organization?");
        assertThat(officer.photograph("draftNotification-returned").scriptErrors())
                .isEmpty();
    }

    @Test
    void a_completed_project_is_evaluated(Desk desk) {
        String code = fixture.issuedAnew();
        transactions.executeWithoutResult(status -> {
            Project project = projects.findByCode(code).orElseThrow();
            screened(project);
            List.of(ProjectState.ANNOUNCED, ProjectState.RUNNING, ProjectState.COMPLETED)
                    .forEach(project::enter);
        });
        cases.createProcessInstanceByKey("project")
                .businessKey(code)
                .startBeforeActivity("evaluateProject")
                .execute();

        Official officer = desk.login("programme-officer").open("evaluateProject");
        officer.fill("Overall rating, 1 (poor) to 5 (excellent)", 5)
                .fill("Evaluation", "Every place was filled.")
                .photograph("evaluateProject")
                .complete();

        assertThat(register.project(code).state()).isEqualTo(ProjectState.ARCHIVED);
        assertThat(officer.scriptErrors()).isEmpty();
    }

    private static void screened(Project project) {
        project.enter(ProjectState.NOMINATIONS_CLOSED);
        project.enter(ProjectState.SCREENED);
    }

    private void asOfficer(Runnable request) {
        users.setAuthentication("programme-officer", List.of("programme-officers"));
        try {
            request.run();
        } finally {
            users.clearAuthentication();
        }
    }
}
