package org.assent.webapp;

import java.util.Optional;
import java.util.Set;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectState;

/**
 * The project a case page is about, and who looks at it.
 *
 * @param facts nothing before the notification is issued
 */
record CaseFile(String code, Optional<ProjectFacts> facts, Viewer viewer) {

    private static final Set<ProjectState> OVER =
            Set.of(ProjectState.COMPLETED, ProjectState.EVALUATED, ProjectState.ARCHIVED, ProjectState.CANCELLED);

    /** Nothing is offered that could only be refused. */
    boolean isGoingOn() {
        return facts.isPresent() && !OVER.contains(facts.get().state());
    }
}
