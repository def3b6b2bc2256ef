package org.assent.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.FormServiceImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.BytesValue;
import org.camunda.bpm.engine.variable.value.FileValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's form service with this house's three habits: a submission holds only what the form offers; it is
 * transient, so that no engine table keeps it; a form that shows data reads our tables. Both API roots, the rehearsal
 * and the tests go through it.
 */
final class FormDesk extends FormServiceImpl {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final ObjectProvider<TaskPrefill> prefills;
    private final TaskDuty duty;
    private final Substitutes substitutes;

    FormDesk(ObjectProvider<TaskPrefill> prefills, TaskDuty duty, Substitutes substitutes) {
        this.prefills = prefills;
        this.duty = duty;
        this.substitutes = substitutes;
    }

    @Override
    public void submitTaskForm(String task, @Nullable Map<String, Object> submitted) {
        Map<String, Object> accepted = accept(task, submitted);
        substitutes.complete(commandExecutor, task, () -> {
            super.submitTaskForm(task, accepted);
            return true;
        });
    }

    @Override
    public VariableMap submitTaskFormWithVariablesInReturn(
            String task, @Nullable Map<String, Object> submitted, boolean deserialize) {
        Map<String, Object> accepted = accept(task, submitted);
        return substitutes.complete(
                commandExecutor, task, () -> super.submitTaskFormWithVariablesInReturn(task, accepted, deserialize));
    }

    @Override
    public ProcessInstance submitStartForm(String definition, @Nullable Map<String, Object> submitted) {
        return super.submitStartForm(definition, acceptStart(definition, submitted));
    }

    @Override
    public ProcessInstance submitStartForm(
            String definition, @Nullable String businessKey, @Nullable Map<String, Object> submitted) {
        return super.submitStartForm(definition, acceptStart(definition, submitted));
    }

    /** What the task's form offers of the submission, checked, and marked to leave nothing behind. */
    Map<String, Object> accept(String task, @Nullable Map<String, Object> submitted) {
        commandExecutor.execute(duty.demand(task));
        try {
            return accept(getDeployedTaskForm(task), submitted);
        } catch (BadUserRequestException noForm) {
            var named = commandExecutor.execute(
                    context -> context.runWithoutAuthorization(() -> super.getTaskFormData(task)));
            if (named.getCamundaFormRef() != null || named.getFormKey() != null) {
                throw new Refusal(
                        "The form of this step is not on the desk, so nothing was saved. Please tell the process owner: a diagram is deployed together with its forms.");
            }
            return refuseUnlessEmpty(submitted);
        }
    }

    private Map<String, Object> acceptStart(String definition, @Nullable Map<String, Object> submitted) {
        try {
            return accept(getDeployedStartForm(definition), submitted);
        } catch (BadUserRequestException noForm) {
            return refuseUnlessEmpty(submitted);
        }
    }

    private static Map<String, Object> refuseUnlessEmpty(@Nullable Map<String, Object> submitted) {
        if (submitted != null && !submitted.isEmpty()) {
            throw new Refusal("This step has no form, so nothing can be entered with it.");
        }
        return Map.of();
    }

    private static Map<String, Object> accept(InputStream form, @Nullable Map<String, Object> submitted) {
        VariableMap typed = Variables.fromMap(submitted == null ? Map.of() : submitted);
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        VariableMap accepted = Variables.createVariables();
        for (String name : typed.keySet()) {
            TypedValue value = typed.getValueTyped(name);
            Object content = value == null ? null : contentOf(value);
            plain.put(name, content);
        }
        FormFile file = FormFile.read(form);
        file.check(plain);
        plain.forEach((name, content) -> accepted.putValueTyped(name, transientOf(content)));
        // an absent field is an empty field: nothing kept from an earlier round may answer for it
        file.keys().stream()
                .filter(key -> !plain.containsKey(key))
                .forEach(key -> accepted.putValueTyped(key, transientOf(null)));
        return accepted;
    }

    /** Files, bytes and serialised objects come as bytes, which no field takes; what they hold is never read. */
    private static @Nullable Object contentOf(TypedValue value) {
        boolean closed = value instanceof SerializableValue serialised
                && !(value instanceof JsonValue)
                && !serialised.isDeserialized();
        return closed || value instanceof FileValue || value instanceof BytesValue ? new byte[0] : value.getValue();
    }

    private static TypedValue transientOf(@Nullable Object content) {
        if (content == null || content instanceof String || content instanceof Number || content instanceof Boolean) {
            return Variables.untypedValue(content, true);
        }
        return SpinValues.jsonValue(
                        content instanceof Collection<?> || content instanceof Map<?, ?>
                                ? json(content)
                                : content.toString())
                .setTransient(true)
                .create();
    }

    @Override
    public VariableMap getTaskFormVariables(String task) {
        return getTaskFormVariables(task, null, true);
    }

    @Override
    public VariableMap getTaskFormVariables(String task, @Nullable Collection<String> names, boolean deserialize) {
        commandExecutor.execute(TaskDuty.demandTenant(task));
        VariableMap variables = super.getTaskFormVariables(task, names, deserialize);
        if (!commandExecutor.execute(duty.belongsToCaller(task))) {
            return variables;
        }
        OpenTask open = commandExecutor.execute(openTask(task));
        prefills.stream().filter(prefill -> prefill.task().equals(open.key())).forEach(prefill -> prefill.values(open)
                .forEach((key, value) -> {
                    if (names == null || names.contains(key)) {
                        variables.putValueTyped(key, shown(value));
                    }
                }));
        return variables;
    }

    private static TypedValue shown(@Nullable Object value) {
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            return SpinValues.jsonValue(json(value)).create();
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? Variables.untypedValue(value)
                : Variables.stringValue(value.toString());
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A form's content cannot be written as JSON", e);
        }
    }

    private Command<OpenTask> openTask(String id) {
        return context -> context.runWithoutAuthorization(() -> {
            TaskEntity task = context.getTaskManager().findTaskById(id);
            ExecutionEntity instance = task.getProcessInstance();
            Authentication who = context.getAuthentication();
            Acting acting = substitutes.at(context, task);
            Map<String, Object> variables = new HashMap<>(task.getVariables());
            return new OpenTask(
                    id,
                    task.getTaskDefinitionKey(),
                    instance.getProcessDefinition().getKey(),
                    instance.getBusinessKey() == null ? "" : instance.getBusinessKey(),
                    who == null ? null : who.getUserId(),
                    acting == null ? null : acting.principal(),
                    variables);
        });
    }
}
