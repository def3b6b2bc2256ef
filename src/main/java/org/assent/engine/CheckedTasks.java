package org.assent.engine;

import java.io.InputStream;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.Attachment;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.variable.VariableMap;
import org.jspecify.annotations.Nullable;

/**
 * The engine's task service, with claim, completion, comments and attachments held to whose task it is, or whom they act
 * for, and completion to the task's form.
 */
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
    public void deleteTask(String task) {
        throw new Refusal("A task is never deleted: it ends when it is completed, or when its date has passed.");
    }

    @Override
    public void deleteTask(String task, boolean cascade) {
        deleteTask(task);
    }

    @Override
    public void deleteTask(String task, String reason) {
        deleteTask(task);
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

    /** The engine lets anybody who knows a task's id write to it. */
    @Override
    public Comment createComment(@Nullable String task, @Nullable String instance, String message) {
        demandOwn(task);
        return super.createComment(task, instance, message);
    }

    @Override
    public Attachment createAttachment(
            String type,
            @Nullable String task,
            @Nullable String instance,
            String name,
            @Nullable String description,
            InputStream content) {
        demandOwn(task);
        return super.createAttachment(type, task, instance, name, description, content);
    }

    @Override
    public Attachment createAttachment(
            String type,
            @Nullable String task,
            @Nullable String instance,
            String name,
            @Nullable String description,
            String url) {
        demandOwn(task);
        return super.createAttachment(type, task, instance, name, description, url);
    }

    @Override
    public void deleteTaskAttachment(String task, String attachment) {
        demandOwn(task);
        super.deleteTaskAttachment(task, attachment);
    }

    private void demandOwn(@Nullable String task) {
        if (task != null) {
            commandExecutor.execute(context ->
                    context.isAuthorizationCheckEnabled() ? duty.demand(task).execute(context) : null);
        }
    }

    /** And lets anybody who knows two ids read. */
    @Override
    public @Nullable Comment getTaskComment(String task, String comment) {
        return maySee(task) ? super.getTaskComment(task, comment) : null;
    }

    @Override
    public @Nullable Attachment getTaskAttachment(String task, String attachment) {
        return maySee(task) ? super.getTaskAttachment(task, attachment) : null;
    }

    @Override
    public @Nullable InputStream getTaskAttachmentContent(String task, String attachment) {
        return maySee(task) ? super.getTaskAttachmentContent(task, attachment) : null;
    }

    private boolean maySee(String task) {
        return createTaskQuery().taskId(task).count() > 0
                || commandExecutor.execute(context -> Context.getProcessEngineConfiguration()
                                .getHistoryService()
                                .createHistoricTaskInstanceQuery()
                                .taskId(task)
                                .count())
                        > 0;
    }
}
