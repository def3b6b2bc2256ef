package org.assent.nomination;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an NPO does about a project, from the opening of its nomination to the participants' evaluation. */
@Service
@Transactional
class NominationService {

    private final NominationCases cases;
    private final ParticipantEvaluations evaluations;
    private final ProjectRegister projects;
    private final Clock clock;
    private final int evaluationDays;

    NominationService(
            NominationCases cases,
            ParticipantEvaluations evaluations,
            ProjectRegister projects,
            Clock clock,
            @Value("${assent.evaluation-days:14}") int evaluationDays) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.projects = projects;
        this.clock = clock;
        this.evaluationDays = evaluationDays;
    }

    NominationDates open(String projectCode, String economy) {
        ProjectFacts project = projects.project(projectCode);
        if (cases.existsByProjectCodeAndEconomy(projectCode, economy)) {
            throw new Refusal("The nomination of this economy has been opened already.");
        }
        return NominationDates.of(cases.save(new NominationCase(project, economy)), project);
    }

    void enter(String projectCode, String economy, Answer answer, List<Biodata> candidates, String user) {
        if (answer == Answer.NOBODY) {
            return;
        }
        ProjectFacts project = projects.project(projectCode);
        NominationCase nomination = nomination(project, economy);
        Instant now = clock.instant();
        nomination.discardDraft(now);
        cases.flush();
        nomination.draft(candidates, project, projects.economy(economy), user, now);
        refuseElsewhere(nomination);
        flushRanks();
    }

    private void refuseElsewhere(NominationCase nomination) {
        List<Nomination> elsewhere = cases.listedElsewhere(nomination.projectCode(), nomination.economy());
        for (Nomination draft : nomination.drafts()) {
            if (elsewhere.stream().anyMatch(draft::isSamePerson)) {
                throw new Refusal("Candidate " + draft.preference()
                        + " is nominated by another NPO already: a person can be nominated by one NPO only.");
            }
        }
    }

    void nominateNobody(String projectCode, String economy, String user) {
        nomination(projects.project(projectCode), economy).nominateNobody(user, clock.instant());
    }

    void endorse(
            String projectCode,
            String economy,
            Endorsement decision,
            String remark,
            String name,
            String title,
            String user) {
        NominationCase nomination = nomination(projects.project(projectCode), economy);
        if (decision == Endorsement.ENDORSE) {
            nomination.endorse(user, name, title, clock.instant());
        } else {
            nomination.returnDraft(remark, clock.instant());
        }
    }

    /** Registers the endorsed list; says whether it goes back because something is missing. */
    boolean register(String projectCode, String economy) {
        NominationCase nomination = nomination(projects.project(projectCode), economy);
        Instant now = clock.instant();
        nomination.freeRanks(now);
        cases.flush();
        nomination.register(now);
        flushRanks();
        return nomination.returnIncomplete();
    }

    /** The database holds what two transactions can break together; what it says would show the person. */
    private void flushRanks() {
        try {
            cases.flush();
        } catch (DataIntegrityViolationException twice) {
            throw new Refusal("One of the candidates has just been nominated by another NPO."
                    + " Please look at the list again.");
        }
    }

    /** Records the change; says whether the list is to be entered again. */
    boolean reconsider(String projectCode, String economy, NominationChange change, String reference, String reason) {
        NominationCase nomination = nomination(projects.project(projectCode), economy);
        switch (change) {
            case WITHDRAW_ONE -> nomination.withdraw(reference, reason, clock.instant());
            case WITHDRAW_ALL -> nomination.withdrawAll(reason, clock.instant());
            case CORRECT, NOMINATE -> nomination.refuseAfterClosing(clock.instant());
        }
        return change.reopensList();
    }

    void close(String projectCode, String economy) {
        nomination(projects.project(projectCode), economy).close(clock.instant());
    }

    NominationDates reopen(String projectCode, String economy, LocalDate lastDay, String reason) {
        ProjectFacts project = projects.project(projectCode);
        NominationCase nomination = nomination(project, economy);
        nomination.reopen(lastDay, reason, project, clock.instant());
        return NominationDates.of(nomination, project);
    }

    void offerPlaces(String projectCode, String economy) {
        nomination(projects.project(projectCode), economy).offerPlaces();
    }

    /** The day by which the evaluation is due, counted from the end of the sessions' aftermath. */
    Instant expectEvaluation(String projectCode, String economy) {
        Instant due = clock.instant().plus(evaluationDays, ChronoUnit.DAYS);
        nomination(projects.project(projectCode), economy).expectEvaluation(due);
        return due;
    }

    void evaluate(String projectCode, String economy, List<Rating> ratings) {
        NominationCase nomination = nomination(projects.project(projectCode), economy);
        ratings.forEach(rating -> evaluations.save(new ParticipantEvaluation(nomination, rating)));
    }

    private NominationCase nomination(ProjectFacts project, String economy) {
        NominationCase nomination = cases.findByProjectCodeAndEconomy(project.code(), economy)
                .orElseThrow(() -> new Refusal("The nomination of this economy has not been opened."));
        nomination.follow(project.closingAt());
        return nomination;
    }
}
