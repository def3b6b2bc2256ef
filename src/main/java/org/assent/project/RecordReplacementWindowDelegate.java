package org.assent.project;

import static org.assent.project.ProjectProcess.WINDOW_ECONOMIES;
import static org.assent.project.ProjectProcess.WINDOW_OPEN;
import static org.assent.project.ProjectProcess.WINDOW_REASON;
import static org.assent.project.ProjectProcess.WINDOW_UNTIL;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps who may nominate replacements, until when and why. */
@Component
class RecordReplacementWindowDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordReplacementWindowDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        WINDOW_OPEN.set(
                execution,
                projects.openWindow(
                        BusinessKey.of(execution),
                        WINDOW_ECONOMIES.find(execution).orElse(List.of()),
                        WINDOW_REASON.find(execution).orElse(""),
                        WINDOW_UNTIL.find(execution).orElse(null),
                        Actor.of(execution)));
    }
}
