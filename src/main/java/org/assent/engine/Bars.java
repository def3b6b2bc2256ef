package org.assent.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * Who may not take a task because of what they did before in the same case. The model says it at the later task:
 * {@code notBy} names earlier tasks anywhere in the whole case, {@code notByInSameRound} those of the present run of
 * this diagram only. What somebody did is what the history holds: who completed a task, for whom, and who resolved it.
 */
final class Bars {

    static final String NOT_BY = "notBy";
    static final String NOT_BY_IN_SAME_ROUND = "notByInSameRound";

    private final Map<String, String> doneBy = new LinkedHashMap<>();

    private Bars() {}

    static Bars of(CommandContext context, TaskEntity task) {
        ActivityImpl activity =
                task.getExecution() == null ? null : task.getExecution().getActivity();
        return activity == null ? new Bars() : of(context, task.getExecution(), activity);
    }

    /** Of a task that need not be open yet. */
    static Bars of(CommandContext context, ExecutionEntity execution, String task) {
        ActivityImpl activity = execution.getProcessDefinition().findActivity(task);
        return activity == null ? new Bars() : of(context, execution, activity);
    }

    private static Bars of(CommandContext context, ExecutionEntity execution, ActivityImpl activity) {
        Bars bars = new Bars();
        HistoryService history = context.getProcessEngineConfiguration().getHistoryService();
        Set<String> anywhere = keys(activity, NOT_BY);
        if (!anywhere.isEmpty()) {
            bars.add(
                    context,
                    history.createHistoricTaskInstanceQuery()
                            .rootProcessInstanceId(execution.getRootProcessInstanceId())
                            .taskDefinitionKeyIn(anywhere.toArray(String[]::new)));
        }
        Set<String> thisRound = keys(activity, NOT_BY_IN_SAME_ROUND);
        if (!thisRound.isEmpty()) {
            bars.add(
                    context,
                    history.createHistoricTaskInstanceQuery()
                            .processInstanceId(execution.getProcessInstanceId())
                            .taskDefinitionKeyIn(thisRound.toArray(String[]::new)));
        }
        return bars;
    }

    private void add(CommandContext context, HistoricTaskInstanceQuery earlier) {
        EngineScope.unchecked(context, () -> {
            earlier.taskDeleteReason(TaskEntity.DELETE_REASON_COMPLETED).list().forEach(done -> {
                Stream.of(done.getAssignee(), done.getOwner()).forEach(person -> note(person, done));
                context.getProcessEngineConfiguration()
                        .getHistoryService()
                        .createUserOperationLogQuery()
                        .taskId(done.getId())
                        .operationType(UserOperationLogEntry.OPERATION_TYPE_RESOLVE)
                        .list()
                        .forEach(entry -> note(entry.getUserId(), done));
            });
            return true;
        });
    }

    private void note(@Nullable String person, HistoricTaskInstance done) {
        if (person != null) {
            doneBy.putIfAbsent(person, done.getName());
        }
    }

    boolean apply(String person) {
        return doneBy.containsKey(person);
    }

    /** Refuses if one of these people, who would stand behind the task, stood behind one of the earlier ones. */
    void demandNone(Collection<@Nullable String> people, String task, @Nullable String caller) {
        for (String person : new HashSet<>(people)) {
            String done = person == null ? null : doneBy.get(person);
            if (done != null) {
                throw new Refusal(
                        person.equals(caller)
                                ? "You completed “%s” in this case, so somebody else has to take “%s”."
                                        .formatted(done, task)
                                : "Whoever completed “%s” in this case cannot take “%s”, nor can anybody for them."
                                        .formatted(done, task));
            }
        }
    }

    static void keep(ActivityImpl activity, String name, @Nullable String value) {
        if (value != null) {
            activity.setProperty(name, split(value));
        }
    }

    static Set<String> split(String value) {
        List<String> keys = new ArrayList<>();
        for (String key : value.split(",")) {
            if (!key.isBlank()) {
                keys.add(key.strip());
            }
        }
        return Set.copyOf(keys);
    }

    @SuppressWarnings("unchecked")
    private static Set<String> keys(ActivityImpl activity, String name) {
        Object keys = activity.getProperty(name);
        return keys == null ? Set.of() : (Set<String>) keys;
    }
}
