package org.assent.engine;

import java.util.Arrays;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.jspecify.annotations.Nullable;

/**
 * Keeps {@link Bars} at every task of every model, by whatever door a person comes to it: it hears each change of
 * assignee or owner and each completion inside the engine, where no API can pass it by.
 */
final class SeparatedDuties extends AbstractBpmnParseListener implements TaskListener {

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        Bars.keep(activity, Bars.NOT_BY, property(element, Bars.NOT_BY));
        Bars.keep(activity, Bars.NOT_BY_IN_SAME_ROUND, property(element, Bars.NOT_BY_IN_SAME_ROUND));
        if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior behavior) {
            TaskDefinition task = behavior.getTaskDefinition();
            task.addBuiltInTaskListener(EVENTNAME_ASSIGNMENT, this);
            task.addBuiltInTaskListener(EVENTNAME_UPDATE, this);
            task.addBuiltInTaskListener(EVENTNAME_COMPLETE, this);
        }
    }

    @Override
    public void notify(DelegateTask told) {
        TaskEntity task = (TaskEntity) told;
        CommandContext context = Context.getCommandContext();
        Authentication who = context.getAuthentication();
        String caller = who == null ? null : who.getUserId();
        if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            if (task.getAssignee() == null && caller != null) {
                // nobody claimed it: the history names whoever completes it all the same
                task.setAssignee(caller);
            }
            demandNone(context, task, caller, task.getAssignee(), task.getOwner(), caller);
        } else if (task.getPropertyChanges().containsKey(TaskEntity.ASSIGNEE) && task.getAssignee() != null) {
            demandNone(context, task, caller, task.getAssignee(), task.getOwner());
        } else if (task.getPropertyChanges().containsKey(TaskEntity.OWNER)) {
            demandNone(context, task, caller, task.getOwner());
        }
    }

    private static void demandNone(
            CommandContext context, TaskEntity task, @Nullable String caller, @Nullable String... people) {
        if (Arrays.stream(people).anyMatch(person -> person != null)) {
            Bars.of(context, task).demandNone(Arrays.asList(people), task.getName(), caller);
        }
    }

    private static @Nullable String property(Element task, String name) {
        Element extensions = task.element("extensionElements");
        Element properties = extensions == null ? null : extensions.element("properties");
        return properties == null
                ? null
                : properties.elements("property").stream()
                        .filter(property -> name.equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .findFirst()
                        .orElse(null);
    }
}
