package org.assent.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** A whole project, then a whole year of performance agreements, in the order of their calendars. */
@Component
@Profile("rehearsal")
class Play {

    private final Stage stage;
    private final NotificationAct notification;
    private final AssignmentAct assignment;
    private final NominationAct nomination;
    private final SelectionAct selection;
    private final SessionsAct sessions;
    private final ClosingAct closing;
    private final PerformanceYear agreements;
    private final Account account;

    Play(
            Stage stage,
            NotificationAct notification,
            AssignmentAct assignment,
            NominationAct nomination,
            SelectionAct selection,
            SessionsAct sessions,
            ClosingAct closing,
            PerformanceYear agreements,
            Account account) {
        this.stage = stage;
        this.notification = notification;
        this.assignment = assignment;
        this.nomination = nomination;
        this.selection = selection;
        this.sessions = sessions;
        this.closing = closing;
        this.agreements = agreements;
        this.account = account;
    }

    /** Returns where the summary lies. */
    Path perform(Path folder, Consumer<String> audience) {
        stage.listens(audience);
        notification.issue();
        stage.on(day(6, 1), "10:00");
        assignment.propose();
        stage.on(day(6, 8), "10:00");
        assignment.approve();
        stage.on(day(6, 14), "10:00");
        nomination.others();
        stage.on(day(6, 20), "10:00");
        nomination.withoutEnglish();
        nomination.basicEnglish();
        stage.on(day(6, 27), "10:00");
        nomination.incomplete();
        stage.on(day(6, 30), "10:00");
        nomination.selfEndorsing();
        stage.on(day(7, 4), "10:00");
        nomination.completedInPart();
        nomination.foreigner();
        nomination.nobody();
        stage.on(day(7, 19), "10:00");
        notification.revise();
        nomination.follows(stage.project().closingDate());
        nomination.late();
        stage.on(stage.project().closingDate().plusDays(1), "10:00");
        selection.screen();
        selection.completeProgramme();
        selection.announced(stage.project().announceOn());
        stage.on(stage.project().announceOn().plusDays(2), "10:00");
        selection.confirm();
        stage.on(stage.project().announceOn().plusDays(7), "10:00");
        selection.withdrawLater();
        sessions.hold();
        stage.at(stage.now().plus(Duration.ofDays(1)));
        assignment.settle();
        stage.at(stage.now().plus(Duration.ofDays(3)));
        closing.certify();
        closing.evaluate();
        closing.close();
        agreements.perform();
        Path summary = account.close(sessions.presentAtAll(), folder);
        stage.tell("the records agree with what was done; " + summary);
        return summary;
    }

    private LocalDate day(int month, int day) {
        return LocalDate.of(stage.project().start().getYear(), month, day);
    }
}
