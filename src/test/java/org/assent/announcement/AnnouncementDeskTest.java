package org.assent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class AnnouncementDeskTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    ParticipantRegister register;

    @Autowired
    AnnouncementService announcements;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Test
    void a_late_programme_is_pressed_for_and_then_completed(Desk desk) {
        String code = projects.issuedAnew();
        runtime.startProcessInstanceByKey(AnnouncementProcess.KEY, code);
        jobs.executeJob(
                jobs.createJobQuery().activityId("readinessDue").singleResult().getId());

        Official secretaryGeneral = desk.login("secretary-general").open("resolveDelay");
        secretaryGeneral
                .see("10 August 2022")
                .see("The programme and the list of speakers")
                .fill("Your instruction", "Please complete it by tomorrow.")
                .photograph("resolveDelay")
                .complete();
        assertThat(announcements.instructions(code))
                .extracting(DelayInstruction::instruction)
                .containsExactly("Please complete it by tomorrow.");

        Official officer = desk.login("programme-officer").open("completeProgramme");
        officer.see("Sri Lanka (Asia/Colombo)");
        FormRows sessions = officer.rows("Sessions");
        assertThat(sessions.count()).isEqualTo(3);
        assertThat(sessions.value(1, "Title"))
                .isEqualTo("Performance management systems and productivity in the public sector");
        assertThat(sessions.value(1, "Start")).isEqualTo("14:00");
        sessions.fill(0, "Title", "Opening and overview")
                .fill(0, "Start", "09:30")
                .fill(0, "End", "12:00");
        int visit = sessions.add();
        sessions.fill(visit, "Title", "Virtual site visit")
                .fill(visit, "Date", "2022-08-24")
                .fill(visit, "Start", "11:30")
                .fill(visit, "End", "15:00");
        FormRows speakers = officer.rows("Speakers");
        int speaker = speakers.count() == 0 ? speakers.add() : 0;
        speakers.fill(speaker, "Name", "Hana Sato")
                .fill(speaker, "Comes from", "Overseas")
                .fill(speaker, "Position", "Professor")
                .fill(speaker, "Country", "Japan")
                .fill(speaker, "E-mail", "hana.sato@example.org")
                .fill(speaker, "Short biography", "Works on performance agreements.");
        officer.photograph("completeProgramme");
        assertThat(officer.completeInVain().toString()).contains("overlap");
        sessions.fill(visit, "Start", "13:00");
        officer.complete();

        assertThat(register.sessions(code))
                .extracting(SessionFacts::title, SessionFacts::startsAt)
                .startsWith(
                        tuple("Opening and overview", Instant.parse("2022-08-24T04:00:00Z")),
                        tuple("Virtual site visit", Instant.parse("2022-08-24T07:30:00Z")))
                .hasSize(4);
        assertThat(register.speakers(code))
                .containsExactly(new SpeakerFacts(
                        "Hana Sato", "Professor", null, "Japan", SpeakerOrigin.OVERSEAS, "hana.sato@example.org"));
        assertThat(officer.scriptErrors()).isEmpty();
        assertThat(secretaryGeneral.scriptErrors()).isEmpty();
    }
}
