package org.assent.screening;

import java.time.Clock;
import java.util.List;
import org.assent.engine.Decisions;
import org.assent.engine.Refusal;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a project's candidates from the closing date to the approved selection. */
@Service
@Transactional
class ScreeningService {

    private final Screenings screenings;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final Decisions decisions;
    private final Clock clock;

    ScreeningService(
            Screenings screenings,
            ProjectRegister projects,
            NominationRegister nominations,
            Decisions decisions,
            Clock clock) {
        this.screenings = screenings;
        this.projects = projects;
        this.nominations = nominations;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Opens a round and says who is to be assessed; an earlier round stays as it was. */
    List<String> begin(String code) {
        int rounds = screenings
                .findFirstByProjectCodeOrderByRoundDesc(code)
                .map(Screening::round)
                .orElse(0);
        screenings.save(new Screening(code, rounds + 1, places(projects.project(code))));
        return nominations.submitted(code).stream()
                .map(CandidateFacts::reference)
                .toList();
    }

    Question question(String code, String reference) {
        return Question.about(candidate(code, reference), projects.project(code));
    }

    /** Keeps what the tables answered; says whether anybody waits for the programme officer's decision. */
    boolean assess(String code, String reference, Verdict verdict, List<Criterion> criteria) {
        Screening screening = latest(code);
        screening.assess(applicant(code, candidate(code, reference)), verdict, criteria);
        return screening.isAnyReferred();
    }

    void decideReferred(String code, List<Referral> referrals, String officer) {
        Screening screening = latest(code);
        for (Referral referral : referrals) {
            if (referral.reference() == null || referral.decision() == null) {
                throw new Refusal("Please decide on each candidate in the list.");
            }
            String why = referral.decisionReason() == null
                    ? ""
                    : referral.decisionReason().strip();
            screening.decide(referral.reference(), referral.decision() == Referral.Decision.ELIGIBLE, why, officer);
        }
        if (screening.isAnyReferred()) {
            throw new Refusal("Please decide on each candidate in the list.");
        }
    }

    void propose(String code) {
        latest(code).propose(places(projects.project(code)));
    }

    /** Keeps the review; says who may approve: programme officers who did not screen, their ids with commas between. */
    String review(String code, ReviewForm form, String officer, List<String> programmeOfficers) {
        Screening screening = latest(code);
        if (form.review() == Review.EXCHANGE) {
            screening.exchange(form.takeOut(), form.takeIn(), form.changeReason(), officer, clock.instant());
            return "";
        }
        screening.review(officer);
        List<String> approvers = programmeOfficers.stream()
                .filter(other -> !screening.officers().contains(other))
                .toList();
        if (approvers.isEmpty()) {
            throw new Refusal(
                    "Every programme officer took part in this screening, so nobody is left to approve it: ask the administrator to appoint another one.");
        }
        return String.join(",", approvers);
    }

    void decide(String code, Approval approval, String remark, String officer) {
        Screening screening = latest(code);
        if (approval == Approval.APPROVE) {
            screening.approve(officer, clock.instant());
        } else {
            screening.giveBack(officer, remark);
        }
    }

    /** Replacements that were nominated after the approval wait behind the same tables as everybody before them. */
    void assessReplacements(String code) {
        Screening screening = latest(code);
        for (CandidateFacts candidate : nominations.submitted(code)) {
            if (screening.isApproved() && screening.find(candidate.reference()).isEmpty()) {
                var inputs = Question.about(candidate, projects.project(code)).inputs();
                screening.assessLate(
                        applicant(code, candidate),
                        decisions.answers("eligibility", inputs, Verdict.class).get(0),
                        decisions.answers("points", inputs, Criterion.class));
            }
        }
    }

    private Screening latest(String code) {
        return screenings
                .findFirstByProjectCodeOrderByRoundDesc(code)
                .orElseThrow(() -> new Refusal("The candidates of this project have not been screened yet."));
    }

    private CandidateFacts candidate(String code, String reference) {
        return nominations
                .candidate(code, reference)
                .orElseThrow(() -> new Refusal("One of the candidates is no longer nominated."));
    }

    private Applicant applicant(String code, CandidateFacts candidate) {
        return Applicant.of(candidate, projects.project(code).hosts());
    }

    private static Places places(ProjectFacts project) {
        return new Places(project.overseasPlaces(), project.localPlaces(), project.placesPerEconomy());
    }
}
