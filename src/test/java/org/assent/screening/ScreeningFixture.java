package org.assent.screening;

import java.util.List;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Approved selections for tests that do not walk the process: straight through the entities. Public: the tests of later
 * capabilities use it. Every submitted candidate is eligible and as strong as any, so preference and reference decide.
 */
@Component
@Transactional
public class ScreeningFixture {

    private final Screenings screenings;
    private final ProjectRegister projects;
    private final NominationRegister nominations;

    ScreeningFixture(Screenings screenings, ProjectRegister projects, NominationRegister nominations) {
        this.screenings = screenings;
        this.projects = projects;
        this.nominations = nominations;
    }

    /** Selected as far as there are places, the others alternates; approved. */
    public void approved(String code) {
        Screening screening = proposed(code);
        screening.review("programme-officer");
        screening.approve("programme-officer-2", projects.project(code).closingAt());
    }

    private Screening proposed(String code) {
        ProjectFacts project = projects.project(code);
        Screening screening = screenings.save(new Screening(code, 1, places(project)));
        for (CandidateFacts candidate : nominations.submitted(code)) {
            screening.assess(
                    Applicant.of(candidate, project.hosts()),
                    new Verdict(AssessmentState.ELIGIBLE, "Meets the qualifications"),
                    List.of(new Criterion(10, "Position")));
        }
        screening.propose(places(project));
        return screening;
    }

    private static Places places(ProjectFacts project) {
        return new Places(project.overseasPlaces(), project.localPlaces(), project.placesPerEconomy());
    }
}
