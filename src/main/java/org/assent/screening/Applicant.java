package org.assent.screening;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import org.assent.nomination.CandidateFacts;

/** A submitted candidate as an assessment keeps one: nothing personal but the reference. */
record Applicant(String reference, String economy, Place place, int preference, Instant submittedAt) {

    static Applicant of(CandidateFacts candidate, List<String> hosts) {
        return new Applicant(
                candidate.reference(),
                candidate.economy(),
                Place.of(candidate.economy(), hosts),
                candidate.rank(),
                requireNonNull(candidate.submittedAt()));
    }
}
