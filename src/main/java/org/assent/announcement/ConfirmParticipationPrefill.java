package org.assent.announcement;

import java.util.List;
import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** Lists those for whom the NPO has to answer. */
@Component
class ConfirmParticipationPrefill implements TaskPrefill {

    private final PlaceService places;
    private final ProjectRegister projects;

    ConfirmParticipationPrefill(PlaceService places, ProjectRegister projects) {
        this.places = places;
        this.projects = projects;
    }

    @Override
    public String task() {
        return "confirmParticipation";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        ProjectFacts project = projects.project(task.projectCode());
        List<AnswerLine> open = places.of(project.code(), task.economy(), ParticipationState.OFFERED).stream()
                .map(participant -> new AnswerLine(participant.reference(), participant.displayName(), null, ""))
                .toList();
        return Map.of(
                "projectTitle",
                project.title(),
                "projectDates",
                Wording.dates(project),
                "places",
                open.size(),
                "participants",
                open);
    }
}
