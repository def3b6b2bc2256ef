package org.assent.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, with claim and completion held to whose task it is, or whom they act for, and completion to the task's form. */
final class CheckedTasks extends TaskServiceImpl {

    private final FormDesk forms;
    private final TaskDuty duty;
    private final Substitutes substitutes;

    CheckedTasks(FormDesk forms, TaskDuty duty, Substitutes substitutes) {
        this.forms = forms;
        this.duty = duty;
        this.substitutes = substitutes;
    }

    @Override
    public void claim(String task, @Nullable String user) {
        if (user == null) {
            setAssignee(task, null);
            return;
        }
        commandExecutor.execute(duty.demand(task));
        commandExecutor.execute(TaskDuty.demandSelf(user));
        substitutes.claim(commandExecutor, task, () -> super.claim(task, user));
    }

    /** Who claimed a task, and whoever acts for them, may put it back without the right to hand tasks to others. */
    @Override
    public void setAssignee(String task, @Nullable String user) {
        if (user != null || !substitutes.putBack(commandExecutor, task)) {
            super.setAssignee(task, user);
        }
    }

    @Override
    public void complete(String task) {
        complete(task, null);
    }

    @Override
    public void complete(String task, @Nullable Map<String, Object> variables) {
        Map<String, Object> accepted = forms.accept(task, variables);
        substitutes.complete(commandExecutor, task, () -> {
            super.complete(task, accepted);
            return true;
        });
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String task, @Nullable Map<String, Object> variables, boolean deserialize) {
        Map<String, Object> accepted = forms.accept(task, variables);
        return substitutes.complete(
                commandExecutor, task, () -> super.completeWithVariablesInReturn(task, accepted, deserialize));
    }

    @Override
    public void resolveTask(String task) {
        resolveTask(task, null);
    }

    @Override
    public void resolveTask(String task, @Nullable Map<String, Object> variables) {
        commandExecutor.execute(TaskDuty.demandDelegated(task));
        super.resolveTask(task, forms.accept(task, variables));
    }

    /** An error or an escalation would end the step without its form. */
    @Override
    public void handleBpmnError(
            String task, String code, @Nullable String message, @Nullable Map<String, Object> variables) {
        commandExecutor.execute(TaskDuty.demandForm());
        super.handleBpmnError(task, code, message, variables);
    }

    @Override
    public void handleBpmnError(String task, String code, @Nullable String message) {
        handleBpmnError(task, code, message, null);
    }

    @Override
    public void handleBpmnError(String task, String code) {
        handleBpmnError(task, code, null, null);
    }

    @Override
    public void handleEscalation(String task, String code, @Nullable Map<String, Object> variables) {
        commandExecutor.execute(TaskDuty.demandForm());
        super.handleEscalation(task, code, variables);
    }

    @Override
    public void handleEscalation(String task, String code) {
        handleEscalation(task, code, null);
    }
}
