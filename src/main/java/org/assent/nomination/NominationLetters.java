package org.assent.nomination;

import java.time.Instant;
import java.util.List;
import org.assent.mail.Message;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The letters of a nomination, written from the tables. */
@Component
@Transactional(readOnly = true)
class NominationLetters {

    private final NominationCases cases;
    private final ProjectRegister projects;

    NominationLetters(NominationCases cases, ProjectRegister projects) {
        this.cases = cases;
        this.projects = projects;
    }

    List<Message> firstReminder(String businessKey) {
        NominationCase nomination = nomination(businessKey);
        return reminder(nomination, dates(nomination).firstReminderAt(), businessKey + ".sendFirstReminder");
    }

    List<Message> secondReminder(String businessKey) {
        NominationCase nomination = nomination(businessKey);
        return reminder(nomination, dates(nomination).secondReminderAt(), businessKey + ".sendSecondReminder");
    }

    /** Nothing to an NPO that has answered, and nothing about a date before its window was opened. */
    private List<Message> reminder(NominationCase nomination, Instant due, String key) {
        if (!nomination.isReminded(due)) {
            return List.of();
        }
        ProjectFacts project = projects.project(nomination.projectCode());
        EconomyFacts npo = projects.economy(nomination.economy());
        return List.of(new Message(
                key + window(nomination),
                List.of(npo.liaisonAddress()),
                "Reminder: nominations for " + project.code() + " close on " + nomination.closingDay(),
                """
                To the liaison officer of %s

                We have not yet received your nominations for the project
                "%s" (%s).

                Nominations close at the end of %s, Tokyo time. Please enter your candidates,
                or say that your NPO nominates nobody.

                APO Secretariat
                """
                        .formatted(npo.npo(), project.title(), project.code(), nomination.closingDay()),
                List.of()));
    }

    List<Message> incompleteReturned(String businessKey) {
        NominationCase nomination = nomination(businessKey);
        ProjectFacts project = projects.project(nomination.projectCode());
        EconomyFacts npo = projects.economy(nomination.economy());
        return List.of(new Message(
                businessKey + ".returnNominations" + window(nomination),
                List.of(npo.liaisonAddress(), npo.headAddress()),
                "Incomplete nominations for " + project.code(),
                """
                To the liaison officer of %s

                Something is missing in your nominations for "%s" (%s):
                %s.

                Please complete the list before the end of %s, Tokyo time. It is returned
                this once; an incomplete nomination may not be considered.

                APO Secretariat
                """
                        .formatted(
                                npo.npo(),
                                project.title(),
                                project.code(),
                                NominationForms.missing(nomination),
                                nomination.closingDay()),
                List.of()));
    }

    /** Each window has its own reminders. */
    private static String window(NominationCase nomination) {
        return nomination.windows() == 0 ? "" : "." + nomination.windows();
    }

    private NominationDates dates(NominationCase nomination) {
        return NominationDates.of(nomination, projects.project(nomination.projectCode()));
    }

    private NominationCase nomination(String businessKey) {
        String[] key = businessKey.split("/", 2);
        NominationCase nomination =
                cases.findByProjectCodeAndEconomy(key[0], key[1]).orElseThrow();
        nomination.follow(projects.project(key[0]).closingAt());
        return nomination;
    }
}
