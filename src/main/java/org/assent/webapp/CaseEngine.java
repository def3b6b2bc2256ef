package org.assent.webapp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.engine.JobDesk;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the engine knows of a case: open tasks and whose they are, timers that wait. */
@Component
class CaseEngine {

    /** A task that waits, with the case it belongs to. */
    record Waiting(Task task, String businessKey, String whose) {

        /** ISO2 of the economy whose case it is; empty for the Secretariat's. */
        String economy() {
            return task.getTenantId() == null ? "" : task.getTenantId();
        }
    }

    /** A timer that waits. */
    record Alarm(String label, String businessKey, java.util.Date due, boolean standsStill) {}

    private final TaskService tasks;
    private final RuntimeService cases;
    private final ManagementService jobs;
    private final RepositoryService models;
    private final IdentityService identity;
    private final JobDesk engine;

    CaseEngine(
            TaskService tasks,
            RuntimeService cases,
            ManagementService jobs,
            RepositoryService models,
            IdentityService identity,
            JobDesk engine) {
        this.tasks = tasks;
        this.cases = cases;
        this.jobs = jobs;
        this.models = models;
        this.identity = identity;
        this.engine = engine;
    }

    @Nullable
    String businessKey(String instance) {
        return engine.asTheEngine(() -> {
            ProcessInstance found = cases.createProcessInstanceQuery()
                    .processInstanceId(instance)
                    .singleResult();
            return found == null ? null : found.getBusinessKey();
        });
    }

    /** The open tasks of the project that the caller may read, the oldest first. */
    List<Waiting> openTasks(String code) {
        Map<String, String> keys = instances(code);
        List<Task> open = Stream.concat(
                        tasks.createTaskQuery().processInstanceBusinessKey(code).list().stream(),
                        tasks.createTaskQuery().processInstanceBusinessKeyLike(code + "/%").list().stream())
                .sorted(Comparator.comparing(Task::getCreateTime))
                .toList();
        return engine.asTheEngine(() -> open.stream()
                .map(task -> new Waiting(task, keys.getOrDefault(task.getProcessInstanceId(), code), whose(task)))
                .toList());
    }

    /** The timers of the cases with these keys, the earliest first. */
    List<Alarm> alarms(String code) {
        return engine.asTheEngine(() -> {
            Map<String, String> keys = instances(code);
            List<Alarm> alarms = new ArrayList<>();
            keys.forEach((instance, key) -> jobs.createJobQuery().timers().processInstanceId(instance).list().stream()
                    .filter(job -> job.getDuedate() != null)
                    .forEach(job -> alarms.add(new Alarm(label(job), key, job.getDuedate(), job.isSuspended()))));
            alarms.sort(Comparator.comparing(Alarm::due));
            return alarms;
        });
    }

    /** Running cases of the project: business key by instance. */
    private Map<String, String> instances(String code) {
        return engine.asTheEngine(() -> Stream.concat(
                        cases.createProcessInstanceQuery().processInstanceBusinessKey(code).list().stream(),
                        cases.createProcessInstanceQuery().processInstanceBusinessKeyLike(code + "/%").list().stream())
                .collect(Collectors.toMap(
                        ProcessInstance::getId,
                        ProcessInstance::getBusinessKey,
                        (one, other) -> one,
                        LinkedHashMap::new)));
    }

    private String whose(Task task) {
        if (task.getAssignee() != null) {
            return user(task.getAssignee());
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (link.getGroupId() != null) {
                var group =
                        identity.createGroupQuery().groupId(link.getGroupId()).singleResult();
                candidates.add(group == null ? link.getGroupId() : group.getName());
            } else if (link.getUserId() != null) {
                candidates.add(user(link.getUserId()));
            }
        }
        return String.join(" or ", candidates);
    }

    private String user(String id) {
        var user = identity.createUserQuery().userId(id).singleResult();
        return user == null ? id : user.getFirstName() + " " + user.getLastName();
    }

    private String label(Job job) {
        var definition = jobs.createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        String id = definition == null ? "" : definition.getActivityId().split("#", 2)[0];
        var element = models.getBpmnModelInstance(job.getProcessDefinitionId()).getModelElementById(id);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null ? id : name.replaceAll("\\s+", " ");
    }
}
