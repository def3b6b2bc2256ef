package org.assent.engine;

import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/** The engine's task service, with claim and completion held to whose task it is, and completion to the task's form. */
final class CheckedTasks extends TaskServiceImpl {

    private final FormDesk forms;

    CheckedTasks(FormDesk forms) {
        this.forms = forms;
    }

    @Override
    public void claim(String task, @Nullable String user) {
        if (user != null) {
            commandExecutor.execute(TaskDuty.demand(task));
            commandExecutor.execute(TaskDuty.demandSelf(user));
        }
        super.claim(task, user);
    }

    /** Who claimed a task may put it back without the right to hand tasks to others. */
    @Override
    public void setAssignee(String task, @Nullable String user) {
        if (user == null && commandExecutor.execute(TaskDuty.isWithCaller(task))) {
            commandExecutor.execute(
                    context -> context.runWithoutAuthorization(() -> new AssignTaskCmd(task, null).execute(context)));
        } else {
            super.setAssignee(task, user);
        }
    }

    @Override
    public void complete(String task) {
        complete(task, null);
    }

    @Override
    public void complete(String task, @Nullable Map<String, Object> variables) {
        super.complete(task, forms.accept(task, variables));
    }

    @Override
    public VariableMap completeWithVariablesInReturn(
            String task, @Nullable Map<String, Object> variables, boolean deserialize) {
        return super.completeWithVariablesInReturn(task, forms.accept(task, variables), deserialize);
    }

    @Override
    public void resolveTask(String task, @Nullable Map<String, Object> variables) {
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
