package org.assent.project;

import static org.assent.project.ProjectProcess.EVALUATION;
import static org.assent.project.ProjectProcess.RATING;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the evaluation by the Secretariat. */
@Component
class RecordProjectEvaluationDelegate implements JavaDelegate {

    private final ProjectService projects;

    RecordProjectEvaluationDelegate(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public void execute(DelegateExecution execution) {
        projects.evaluate(
                BusinessKey.of(execution), RATING.in(execution), EVALUATION.in(execution), Actor.of(execution));
    }
}
