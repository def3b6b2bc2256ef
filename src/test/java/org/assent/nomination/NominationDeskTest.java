package org.assent.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.OffsetDateTime;
import java.util.Date;
import org.assent.announcement.AnnouncementFixture;
import org.assent.engine.FreshDesk;
import org.assent.engine.Messages;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The forms of a nomination in the real Tasklist, filled by the officials whose tasks they are. */
@DeskTest
@ExtendWith(FreshDesk.class)
class NominationDeskTest {

    private static final String DUTIES = "Runs the performance management of the ministry";
    private static final String LIST = "Candidates in order of preference";

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    Messages messages;

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    @Autowired
    NominationRegister register;

    private String code = "";

    @BeforeEach
    void india_is_asked() {
        code = projects.issued();
        at("2022-06-01T12:00:00+09:00");
        runtime.createProcessInstanceByKey("nomination")
                .businessKey(code + "/IN")
                .setVariable("economy", "IN")
                .setVariable("projectCode", code)
                .execute();
    }

    @Test
    void an_npo_enters_endorses_corrects_confirms_withdraws_and_evaluates(Desk desk) {
        Official liaison = desk.login("npo-in");
        liaison.open("enterCandidates").see("Nominations close at the end of 3 August 2022, Tokyo time.");
        FormRows candidates = liaison.rows(LIST);
        assertThat(candidates.count()).isEqualTo(1);
        fill(candidates, 0, "Rao", "Asha", "asha.rao@example.org");
        name(candidates, candidates.add(), "Menon", "Leela", "Asha.Rao@example.org");
        fill(candidates, candidates.add(), "Iyer", "Ravi", "ravi.iyer@example.org");
        assertThat(liaison.photograph("enterCandidates").completeInVain())
                .containsExactly("Candidate 2 is in the list already: a person can be nominated once.");
        assertThat(candidates.value(1, "Family name as in the passport")).isEqualTo("Menon");
        assertThat(candidates.value(2, "Present duties")).isEqualTo(DUTIES);
        liaison.photograph("enterCandidates-refused");
        candidates.remove(1);
        assertThat(candidates.value(1, "Family name as in the passport")).isEqualTo("Iyer");
        liaison.complete();

        Official head = desk.login("npo-in-head");
        head.open("endorseCandidates")
                .see("Asha Rao")
                .fill("Your decision", "I endorse these candidates")
                .fill("Your title", "Director General");
        head.completeButton().click();
        assertThat(head.notifications()).containsExactly("Please look at the fields marked in red.");
        head.see("Field is required.").photograph("endorseCandidates-unfinished");
        assertThat(head.value("Your title")).isEqualTo("Director General");
        head.fill("Your name", "Vikram Singh").photograph("endorseCandidates").complete();
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::displayName, CandidateFacts::rank, CandidateFacts::complete)
                .containsExactly(tuple("Asha Rao", 1, true), tuple("Ravi Iyer", 2, true));

        liaison.open("reconsiderNominations")
                .see("Recorded: 2 candidates submitted, 0 incomplete.")
                .fill("What is to be changed?", "Withdraw one candidate")
                .fill("Candidate to withdraw", "IN-2 Ravi Iyer")
                .fill("Reason of the withdrawal", "Moved to another office")
                .photograph("reconsiderNominations")
                .complete();
        assertThat(register.submitted(code)).hasSize(1);
        liaison.open("reconsiderNominations")
                .fill(
                        "What is to be changed?",
                        "Correct or add to the list; the list that stands counts until the new one is endorsed")
                .complete();
        liaison.open("enterCandidates");
        assertThat(liaison.rows(LIST).count()).isEqualTo(1);
        assertThat(liaison.rows(LIST).value(0, "E-mail")).isEqualTo("asha.rao@example.org");
        assertThat(liaison.rows(LIST).value(0, "Date of birth")).isEqualTo("03/02/1980");
        liaison.fill("Your answer", "We nominate nobody for this project").complete();
        assertThat(register.find(code, "IN").orElseThrow().state()).isEqualTo(CaseState.NOBODY);

        at("2022-08-04T00:00:00+09:00");
        jobs.executeJob(jobs.createJobQuery()
                .activityId("closingDatePassed")
                .singleResult()
                .getId());
        announcements.confirmedParticipants(code);
        messages.tell("nomination", code + "/IN", "nomination.placesOffered");
        liaison.open("confirmParticipation");
        assertThat(liaison.rows("Participants").value(0, "Participant")).isEqualTo("Asha Rao");
        liaison.rows("Participants").fill(0, "Answer", "Takes part");
        liaison.photograph("confirmParticipation").complete();
        liaison.open("reportWithdrawal")
                .fill("Participant who withdraws", "Asha Rao (IN-1)")
                .fill("Reason", "Illness")
                .photograph("reportWithdrawal")
                .complete();

        messages.tell("nomination", code + "/IN", "nomination.sessionsHeld");
        liaison.open("submitEvaluation");
        liaison.rows("Answers")
                .fill(0, "Content", "4, good")
                .fill(0, "Speakers", "5, excellent")
                .fill(0, "Organization", "3, fair")
                .fill(0, "Usefulness for the work", "5, excellent")
                .fill(0, "Comments", "More examples, please");
        liaison.photograph("submitEvaluation").complete();

        assertThat(register.evaluation(code).orElseThrow().comments()).containsExactly("More examples, please");
        assertThat(liaison.scriptErrors()).isEmpty();
    }

    /** What has to be known at least. */
    private static void name(FormRows list, int row, String family, String given, String email) {
        list.fill(row, "Family name as in the passport", family)
                .fill(row, "Given name as in the passport", given)
                .fill(row, "Sex", "Female")
                .fill(row, "Date of birth", "1980-02-0" + (row + 3))
                .fill(row, "Nationality", "India")
                .fill(row, "E-mail", email);
    }

    private static void fill(FormRows list, int row, String family, String given, String email) {
        name(list, row, family, given, email);
        list.fill(row, "Telephone", "+91 11 5550 1234")
                .fill(row, "Present position", "Joint director")
                .fill(row, "Level of the position", "Senior manager")
                .fill(row, "Organization", "Ministry of Public Services")
                .fill(row, "Type of organization", "Government")
                .fill(row, "Address of the organization", "1 Main Street")
                .fill(row, "Present duties", DUTIES)
                .fill(row, "Employment history", "2003 to today: Ministry of Public Services")
                .fill(row, "Years of experience", 12)
                .fill(row, "Highest degree", "Master")
                .fill(row, "Year", 2002)
                .fill(row, "Institution", "National University")
                .fill(row, "English: reading", "Fluent")
                .fill(row, "English: writing", "Good")
                .fill(row, "English: speaking", "Good")
                .fill(row, "Earlier APO projects attended", "19-RP-02-GE-SPW-A, 2019")
                .fill(row, "Reason for applying and intended use", "Will introduce performance agreements")
                .fill(row, "Emergency contact: name and telephone", "Next of kin, +91 11 5550 0000")
                .fill(row, "Time zone while taking part", "Asia/Kolkata")
                .fill(row, "Internet connection and device checked", true)
                .fill(row, "Photo supplied to the NPO", true)
                .fill(row, "The candidate declares that all this is true and has signed", true)
                .fill(row, "Signed on", "2022-05-20");
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(time).toInstant()));
    }
}
