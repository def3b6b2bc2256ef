package org.assent.engine;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The pending timers of a whole case, the cases it called included. Works on the engine's own objects inside the
 * delegate's command, so it also sees what that command has just begun or ended, and commits with it. Public: the
 * delegates of a revision, a postponement, a cancellation use it.
 */
@Component
public class Timers {

    private final ObjectProvider<Schedule> schedules;

    Timers(ObjectProvider<Schedule> schedules) {
        this.schedules = schedules;
    }

    /**
     * Renews the date variables of every case in the tree, then the due date of every timer that waits for a date. A
     * date that has passed fires at once. Timers on a duration or a cycle have no date to follow and stay.
     */
    public void recalculate(DelegateExecution execution) {
        inWholeCase(execution, tree -> {
            tree.forEach(this::renewDates);
            timers(tree).filter(Timers::waitsForDate).forEach(Timers::renewDueDate);
        });
    }

    /** Stops every timer that waits now; one that a case sets later is not stopped. */
    public void suspend(DelegateExecution execution) {
        inWholeCase(execution, tree -> timers(tree)
                .forEach(timer -> timer.setSuspensionState(SuspensionState.SUSPENDED.getStateCode())));
    }

    /** Lets them run again; what fell due meanwhile fires at once, so recalculate first. */
    public void resume(DelegateExecution execution) {
        inWholeCase(execution, tree -> timers(tree)
                .forEach(timer -> timer.setSuspensionState(SuspensionState.ACTIVE.getStateCode())));
    }

    private void renewDates(ExecutionEntity scope) {
        List<String> kept = scope.getVariablesLocal().entrySet().stream()
                .filter(variable -> variable.getValue() instanceof Date)
                .map(Map.Entry::getKey)
                .toList();
        String process = scope.getProcessDefinition().getKey();
        String key = scope.getProcessInstance().getBusinessKey();
        schedules.stream()
                .filter(schedule -> !kept.isEmpty() && schedule.process().equals(process))
                .map(schedule -> schedule.dates(key == null ? "" : key, scope.getVariables()))
                .forEach(dates -> kept.stream()
                        .filter(dates::containsKey)
                        .forEach(name -> scope.setVariableLocal(name, dates.get(name))));
    }

    /** Not by the management service: it knows only what is in the database, not a timer set by this very command. */
    private static void renewDueDate(TimerEntity timer) {
        ExecutionEntity scope = timer.getExecution();
        String step = timer.getActivityId();
        TimerDeclarationImpl declared = TimerDeclarationImpl.getDeclarationsForScope(
                        scope.getProcessDefinition().findActivity(step).getEventScope())
                .get(step);
        if (declared != null) {
            declared.resolveAndSetDuedate(scope, timer, false);
        }
    }

    private static boolean waitsForDate(TimerEntity timer) {
        var definition = timer.getJobDefinition();
        return definition != null && definition.getJobConfiguration().startsWith("DATE");
    }

    /** Without the timer that brought the token here: it has fired. */
    private static Stream<TimerEntity> timers(List<ExecutionEntity> tree) {
        JobEntity running = Context.getCommandContext().getCurrentJob();
        return tree.stream()
                .flatMap(scope -> scope.getJobs().stream())
                .filter(job -> !job.equals(running))
                .filter(TimerEntity.class::isInstance)
                .map(TimerEntity.class::cast);
    }

    /** Neither grants nor tenants are asked: whoever may revise a project moves the timers of every economy. */
    private static void inWholeCase(DelegateExecution execution, Consumer<List<ExecutionEntity>> work) {
        CommandContext command = Context.getCommandContext();
        String root = ((ExecutionEntity) execution).getRootProcessInstanceId();
        EngineScope.withoutAuthorization(execution.getProcessEngineServices().getRuntimeService(), () -> {
            List<ExecutionEntity> tree = new ArrayList<>();
            collect(command.getExecutionManager().findExecutionById(root), tree);
            work.accept(tree);
            return tree;
        });
    }

    private static void collect(ExecutionEntity scope, List<ExecutionEntity> tree) {
        tree.add(scope);
        scope.getExecutionsAsCopy().forEach(child -> collect(child, tree));
        ExecutionEntity called = scope.getSubProcessInstance();
        if (called != null) {
            collect(called, tree);
        }
    }
}
