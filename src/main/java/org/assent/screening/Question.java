package org.assent.screening;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.EnglishLevel;
import org.assent.project.OrganizationType;
import org.assent.project.ProjectFacts;
import org.jspecify.annotations.Nullable;

/**
 * What the tables are asked about a candidate: choices, numbers and yes or no, never a word of the candidate's own.
 *
 * @param position empty where an incomplete nomination does not say
 */
record Question(
        EnglishLevel english,
        Fit organization,
        int experience,
        boolean complete,
        String position,
        int earlierProjects,
        int preference,
        int age) {

    /** How the candidate's type of organization meets the notification's target groups. */
    enum Fit {
        ACCEPTED,
        NOT_ACCEPTED,
        NOT_STATED;

        static Fit of(@Nullable OrganizationType type, List<OrganizationType> targetGroups) {
            if (targetGroups.isEmpty()) {
                return NOT_STATED;
            }
            return type != null && targetGroups.contains(type) ? ACCEPTED : NOT_ACCEPTED;
        }
    }

    static Question about(CandidateFacts candidate, ProjectFacts project) {
        return new Question(
                candidate.english(),
                Fit.of(candidate.organizationType(), project.targetGroups()),
                candidate.yearsOfExperience(),
                candidate.complete(),
                candidate.positionLevel() == null
                        ? ""
                        : candidate.positionLevel().name(),
                candidate.earlierProjects(),
                candidate.rank(),
                age(candidate.birth(), project.start()));
    }

    /** By the names that the tables know, for a table that is asked outside the diagram. */
    Map<String, Object> inputs() {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put(ScreeningProcess.ENGLISH.name(), english.name());
        inputs.put(ScreeningProcess.ORGANIZATION.name(), organization.name());
        inputs.put(ScreeningProcess.EXPERIENCE.name(), experience);
        inputs.put(ScreeningProcess.COMPLETE.name(), complete);
        inputs.put(ScreeningProcess.POSITION.name(), position);
        inputs.put(ScreeningProcess.EARLIER_PROJECTS.name(), earlierProjects);
        inputs.put(ScreeningProcess.PREFERENCE.name(), preference);
        inputs.put(ScreeningProcess.AGE.name(), age);
        return inputs;
    }

    static int age(LocalDate birth, LocalDate day) {
        return Period.between(birth, day).getYears();
    }
}
