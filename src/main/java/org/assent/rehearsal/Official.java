package org.assent.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assent.access.EngineUsers;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.jspecify.annotations.Nullable;

/**
 * One user at Tasklist: sees the filter “My tasks”, claims, fills in the form that is shown, completes. Every call is
 * made under the user's identity with authorization on; nothing is reached any other way.
 */
final class Official {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MY_TASKS = "My tasks";

    private final ProcessEngine engine;
    private final String user;

    Official(ProcessEngine engine, String user) {
        this.engine = engine;
        this.user = user;
    }

    String user() {
        return user;
    }

    /** Runs this as the user; afterwards the thread is nobody. */
    <T> T does(Supplier<T> what) {
        EngineUsers.actAs(engine.getIdentityService(), user);
        try {
            return what.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    /** The steps of this case that wait in the user's list, by their ids in the model. */
    List<String> waiting(String caseKey) {
        return does(() -> inMyTasks(query().processInstanceBusinessKey(caseKey)).stream()
                .map(Task::getTaskDefinitionKey)
                .toList());
    }

    boolean has(String caseKey, String step) {
        return waiting(caseKey).contains(step);
    }

    /** The id of a task in the user's list. */
    Optional<String> find(String caseKey, String step) {
        return does(() -> task(caseKey, step).map(Task::getId));
    }

    /** Starts a process by its form, as under “Start process”. */
    void start(String process, Consumer<FormOnScreen> fill) {
        try {
            begin(process, fill);
        } catch (Refusal refusal) {
            throw new NotPossible("%s could not start “%s”: %s".formatted(user, process, refusal.getMessage()));
        }
    }

    /** Does the same, expecting to be refused; returns the sentence that the official reads. */
    String isRefusedToStart(String process, Consumer<FormOnScreen> fill) {
        return isRefused("start “" + process + "” like this", () -> begin(process, fill));
    }

    private void begin(String process, Consumer<FormOnScreen> fill) {
        does(() -> {
            ProcessDefinition definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            if (definition == null) {
                throw new NotPossible("%s cannot start “%s” in Tasklist.".formatted(user, process));
            }
            FormOnScreen form = onScreen(
                    definition.getName(),
                    engine.getFormService().getDeployedStartForm(definition.getId()),
                    engine.getFormService().getStartFormVariables(definition.getId()));
            fill.accept(form);
            return engine.getFormService().submitStartForm(definition.getId(), variables(form.submission()));
        });
    }

    /** Takes the task and leaves it open, to work beside its form. */
    void claim(String caseKey, String step) {
        does(() -> {
            Task task = task(caseKey, step)
                    .orElseThrow(() ->
                            new NotPossible("%s has no task “%s” for %s in Tasklist.".formatted(user, step, caseKey)));
            if (task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), user);
            }
            return task;
        });
    }

    /** Whether one of these tasks is the user's own now. */
    boolean holds(String caseKey, String... steps) {
        return does(() -> query().processInstanceBusinessKey(caseKey)
                        .taskDefinitionKeyIn(steps)
                        .taskAssignee(user)
                        .count()
                > 0);
    }

    /** The user as controls beside the forms see them. */
    Caller caller() {
        return Caller.now(engine.getIdentityService());
    }

    /** Opens the task, fills in its form, completes it. */
    void complete(String caseKey, String step, Consumer<FormOnScreen> fill) {
        try {
            submit(caseKey, step, true, fill);
        } catch (Refusal refusal) {
            throw new NotPossible("%s could not complete “%s”: %s".formatted(user, step, refusal.getMessage()));
        }
    }

    void complete(String caseKey, String step) {
        complete(caseKey, step, form -> {});
    }

    /** Does the same, expecting to be refused; returns the sentence that the official reads. */
    String isRefused(String caseKey, String step, Consumer<FormOnScreen> fill) {
        return isRefused("complete “" + step + "” like this", () -> submit(caseKey, step, true, fill));
    }

    /** The same without claiming it first, so that it stays with everybody whose it could be. */
    String isRefusedUnclaimed(String caseKey, String step, Consumer<FormOnScreen> fill) {
        return isRefused("complete “" + step + "” like this", () -> submit(caseKey, step, false, fill));
    }

    /** Tries to complete a task by its id, whoever's it is, expecting to be refused. */
    String isRefusedByLink(String task, Map<String, Object> entered) {
        return isRefused(
                "complete a task by its address",
                () -> does(() -> {
                    engine.getFormService().submitTaskForm(task, new LinkedHashMap<>(entered));
                    return task;
                }));
    }

    /** @param what the user tries, as in “could …” */
    String isRefused(String what, Runnable attempt) {
        try {
            attempt.run();
        } catch (NotPossible notEvenOffered) {
            throw notEvenOffered;
        } catch (RuntimeException refused) {
            return sentence(refused)
                    .orElseThrow(() -> new NotPossible("%s tried to %s and was not refused in words, but by %s."
                            .formatted(user, what, refused.getClass().getSimpleName())));
        }
        throw new NotPossible("%s could %s, which should have been refused.".formatted(user, what));
    }

    /** As Tasklist words what the engine says. */
    private static Optional<String> sentence(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
            if (cause instanceof AuthorizationException) {
                return Optional.of("You may not do this: it is the work of somebody else.");
            }
            if (cause instanceof NullValueException) {
                return Optional.of("This task is no longer there.");
            }
        }
        return Optional.empty();
    }

    private void submit(String caseKey, String step, boolean claiming, Consumer<FormOnScreen> fill) {
        does(() -> {
            Task task = task(caseKey, step)
                    .orElseThrow(() ->
                            new NotPossible("%s has no task “%s” for %s in Tasklist.".formatted(user, step, caseKey)));
            if (claiming && task.getAssignee() == null) {
                engine.getTaskService().claim(task.getId(), user);
            }
            FormOnScreen form = open(task);
            fill.accept(form);
            engine.getFormService().submitTaskForm(task.getId(), variables(form.submission()));
            return task;
        });
    }

    private Optional<Task> task(String caseKey, String step) {
        return inMyTasks(query().processInstanceBusinessKey(caseKey).taskDefinitionKey(step)).stream()
                .findFirst();
    }

    private TaskQuery query() {
        return engine.getTaskService().createTaskQuery().orderByTaskCreateTime().asc();
    }

    private List<Task> inMyTasks(TaskQuery narrowed) {
        var filter = engine.getFilterService()
                .createFilterQuery()
                .filterName(MY_TASKS)
                .singleResult();
        if (filter == null) {
            throw new NotPossible("%s does not see the filter “%s”.".formatted(user, MY_TASKS));
        }
        return engine.getFilterService().list(filter.getId(), narrowed);
    }

    private FormOnScreen open(Task task) {
        return onScreen(
                task.getName(),
                engine.getFormService().getDeployedTaskForm(task.getId()),
                engine.getFormService().getTaskFormVariables(task.getId()));
    }

    private static FormOnScreen onScreen(String title, InputStream file, VariableMap variables) {
        try (InputStream form = file) {
            Map<String, @Nullable Object> shown = new LinkedHashMap<>();
            variables.forEach((name, value) -> shown.put(name, plain(value)));
            return new FormOnScreen(title, JSON.readTree(form), shown);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        try {
            return value instanceof SpinJsonNode node
                    ? JSON.readValue(node.toString(), new TypeReference<Object>() {})
                    : value;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> variables(Map<String, @Nullable Object> entered) {
        VariableMap variables = Variables.createVariables();
        entered.forEach((name, value) -> {
            if (value instanceof List<?>) {
                variables.putValueTyped(
                        name,
                        SpinValues.jsonValue(json(new ArrayList<>((List<?>) value)))
                                .create());
            } else {
                variables.putValueTyped(name, Variables.untypedValue(value));
            }
        });
        return variables;
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
