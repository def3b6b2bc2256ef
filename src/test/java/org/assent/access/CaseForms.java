package org.assent.access;

import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/** The forms of a case's open tasks, opened and submitted under an official's name as Tasklist does. */
public record CaseForms(ProcessEngine engine, Supplier<TaskQuery> tasks) {

    /** Of all cases of this business key. */
    public static CaseForms of(ProcessEngine engine, String businessKey) {
        return new CaseForms(
                engine, () -> engine.getTaskService().createTaskQuery().processInstanceBusinessKey(businessKey));
    }

    /** Of one process instance. */
    public static CaseForms ofInstance(ProcessEngine engine, String id) {
        return new CaseForms(
                engine, () -> engine.getTaskService().createTaskQuery().processInstanceId(id));
    }

    /** What the form shows. */
    public Map<String, Object> open(String user, String task) {
        String id = id(task);
        EngineUsers.actAs(engine.getIdentityService(), user);
        try {
            return engine.getFormService().getTaskFormVariables(id);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public void submit(String user, String task, Map<String, Object> form) {
        String id = id(task);
        EngineUsers.actAs(engine.getIdentityService(), user);
        try {
            engine.getFormService().submitTaskForm(id, form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The one open task of this id in the model, or null. */
    public Task task(String id) {
        return tasks.get().taskDefinitionKey(id).singleResult();
    }

    private String id(String task) {
        Task open = task(task);
        if (open == null) {
            throw new AssertionError("The task " + task + " is not open");
        }
        return open.getId();
    }
}
