package org.assent.nomination;

import java.time.Instant;
import java.time.LocalDate;
import org.assent.project.OrganizationType;
import org.jspecify.annotations.Nullable;

/**
 * A candidate as nominated. Public: every later capability reads it.
 *
 * @param reference {@code LK-1}: unique in the project, never changes
 * @param rank the NPO's order of preference
 * @param position empty where an incomplete nomination does not say, as all text
 * @param yearsOfExperience 0 where an incomplete nomination does not say
 * @param english the lowest of reading, writing and speaking; NONE where one is missing
 * @param complete whether everything that the biodata form asks for is there
 * @param replacement nominated in a replacement window
 */
public record CandidateFacts(
        String reference,
        String projectCode,
        String economy,
        int rank,
        String familyName,
        String givenName,
        String displayName,
        String email,
        Sex sex,
        LocalDate birth,
        String nationality,
        @Nullable OrganizationType organizationType,
        String position,
        @Nullable PositionLevel positionLevel,
        String organization,
        int yearsOfExperience,
        @Nullable Education highestDegree,
        EnglishLevel english,
        int earlierProjects,
        boolean complete,
        CandidateState state,
        @Nullable Instant submittedAt,
        boolean replacement) {

    /** Without the person: this may end in a log. */
    @Override
    public String toString() {
        return "CandidateFacts[" + projectCode + " " + reference + "]";
    }
}
