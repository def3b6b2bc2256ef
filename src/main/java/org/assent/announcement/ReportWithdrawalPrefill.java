package org.assent.announcement;

import java.util.List;
import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** Offers the participants who can withdraw. */
@Component
class ReportWithdrawalPrefill implements TaskPrefill {

    /** One line of a choice. */
    private record Choice(String label, String value) {}

    private final PlaceService places;
    private final ProjectRegister projects;

    ReportWithdrawalPrefill(PlaceService places, ProjectRegister projects) {
        this.places = places;
        this.projects = projects;
    }

    @Override
    public String task() {
        return "reportWithdrawal";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        ProjectFacts project = projects.project(task.projectCode());
        List<Choice> choices =
                places
                        .of(project.code(), task.economy(), ParticipationState.OFFERED, ParticipationState.ACCEPTED)
                        .stream()
                        .map(participant -> new Choice(
                                participant.displayName() + " (" + participant.reference() + ")",
                                participant.reference()))
                        .toList();
        return Map.of(
                "projectTitle", project.title(), "projectDates", Wording.dates(project), "participantChoices", choices);
    }
}
