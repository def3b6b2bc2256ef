package org.assent.engine;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Tells people the last moment in which a task is in time. Our dates are the first instant that is too late, and the
 * midnight after the 15th reads as a whole day more: Tasklist would show the 16th.
 */
final class LastMoment extends AbstractBpmnParseListener implements TaskListener {

    private static final long SECOND = 1000;

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            behavior.getTaskDefinition().addBuiltInTaskListener(EVENTNAME_CREATE, this);
        }
    }

    @Override
    public void notify(DelegateTask task) {
        Date due = task.getDueDate();
        if (due != null) {
            task.setDueDate(new Date(due.getTime() - SECOND));
        }
    }
}
