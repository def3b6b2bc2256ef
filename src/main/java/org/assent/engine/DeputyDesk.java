package org.assent.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.ServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the engine knows and does for appointments: whose work somebody can take over, the deputy's list of tasks, and
 * tasks that go back at the end. Public: deputation uses it.
 */
@Component
public final class DeputyDesk {

    /** They read or administer, and do nobody's work. */
    private static final Set<String> BYSTANDERS =
            Set.of("camunda-admin", "account-administrators", "auditors", "process-owners");

    private final ProcessEngine engine;
    private final JobDesk desk;
    private final JdbcClient tables;

    DeputyDesk(ProcessEngine engine, JobDesk desk, JdbcClient tables) {
        this.engine = engine;
        this.desk = desk;
        this.tables = tables;
    }

    /** The processes in which the official has tasks by groups of their own, by id, with their names. */
    public Map<String, String> work(String official) {
        return desk.asTheEngine(() -> {
            Map<String, String> names = new TreeMap<>();
            List<String> groups = groups(official);
            if (groups.isEmpty()) {
                return names;
            }
            Set<String> keys = engine
                    .getAuthorizationService()
                    .createAuthorizationQuery()
                    .groupIdIn(groups.toArray(String[]::new))
                    .resourceType(Resources.PROCESS_DEFINITION)
                    .list()
                    .stream()
                    .filter(row -> row.isPermissionGranted(ProcessDefinitionPermissions.TASK_WORK))
                    .map(Authorization::getResourceId)
                    .collect(Collectors.toSet());
            engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list().stream()
                    .filter(definition -> keys.contains(definition.getKey()))
                    .forEach(definition -> names.put(
                            definition.getKey(),
                            definition.getName() == null ? definition.getKey() : definition.getName()));
            return names;
        });
    }

    /** Who belongs to the same house: sees every economy or ministry that the official sees. */
    public Set<String> colleagues(String official) {
        Map<String, Set<String>> tenantsOf = new HashMap<>();
        Map<String, Set<String>> members = new HashMap<>();
        tables.sql("select group_id_, user_id_ from act_id_membership").query(row -> {
            members.computeIfAbsent(row.getString(1), group -> new HashSet<>()).add(row.getString(2));
        });
        tables.sql("select tenant_id_, user_id_, group_id_ from act_id_tenant_member")
                .query(row -> {
                    String tenant = row.getString(1);
                    Set<String> users = row.getString(2) != null
                            ? Set.of(row.getString(2))
                            : members.getOrDefault(row.getString(3), Set.of());
                    users.forEach(user -> tenantsOf
                            .computeIfAbsent(user, one -> new HashSet<>())
                            .add(tenant));
                });
        Set<String> own = tenantsOf.getOrDefault(official, Set.of());
        Set<String> colleagues = new TreeSet<>();
        tenantsOf.forEach((user, tenants) -> {
            if (tenants.equals(own)) {
                colleagues.add(user);
            }
        });
        BYSTANDERS.forEach(group -> colleagues.removeAll(members.getOrDefault(group, Set.of())));
        colleagues.remove(official);
        return own.isEmpty() ? Set.of() : colleagues;
    }

    /** Whether the two see the same economies or ministries to this day. */
    public boolean areOfOneHouse(String official, String other) {
        Set<String> house = tenants(official);
        return !house.isEmpty() && house.equals(tenants(other));
    }

    private Set<String> tenants(String user) {
        return new HashSet<>(tables.sql(
                        """
                        select tenant_id_ from act_id_tenant_member
                        where user_id_ = :user
                          or group_id_ in (select group_id_ from act_id_membership where user_id_ = :user)""")
                .param("user", user)
                .query(String.class)
                .list());
    }

    /** Whoever became an auditor or an administrator since, does nobody's work any more. */
    public boolean isBystander(String user) {
        return desk.asTheEngine(() -> groups(user).stream().anyMatch(BYSTANDERS::contains));
    }

    public boolean exists(String user) {
        return desk.asTheEngine(
                () -> engine.getIdentityService().createUserQuery().userId(user).count() == 1);
    }

    /** The list of the principal's tasks, for the deputy alone; no expression in it. Answers the list's id. */
    public String offer(String principal, String name, String deputy, Set<String> processes) {
        return desk.asTheEngine(() -> {
            Filter filter = engine.getFilterService().newTaskFilter("Acting for " + name);
            filter.setQuery(tasksOf(principal, processes));
            filter.setProperties(Map.of(
                    "description",
                    "Tasks of " + name + " that you may do as deputy",
                    "color",
                    "#7a4a12",
                    "refresh",
                    true));
            engine.getFilterService().saveFilter(filter);
            grant(filter.getId(), deputy);
            return filter.getId();
        });
    }

    private TaskQuery tasksOf(String principal, Set<String> processes) {
        List<String> groups = groups(principal);
        TaskQuery tasks = engine.getTaskService()
                .createTaskQuery()
                .processDefinitionKeyIn(new TreeSet<>(processes).toArray(String[]::new))
                .or()
                // candidate, assignee or owner
                .taskInvolvedUser(principal);
        if (!groups.isEmpty()) {
            tasks.taskCandidateGroupIn(groups);
        }
        return tasks.endOr();
    }

    private void grant(String filter, String deputy) {
        Authorization read = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        read.setUserId(deputy);
        read.setResource(Resources.FILTER);
        read.setResourceId(filter);
        read.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(read);
    }

    /**
     * Keeps the list the deputy's to read, as grants that access.yaml does not name go at each start, and that of the
     * groups which the principal has by now.
     */
    public void keep(String filter, String principal, String deputy, Set<String> processes) {
        desk.asTheEngine(() -> {
            if (engine.getFilterService().getFilter(filter) instanceof FilterEntity list) {
                String before = list.getQueryInternal();
                list.setQuery(tasksOf(principal, processes));
                if (!list.getQueryInternal().equals(before)) {
                    engine.getFilterService().saveFilter(list);
                }
            }
            if (engine.getAuthorizationService()
                            .createAuthorizationQuery()
                            .resourceType(Resources.FILTER)
                            .resourceId(filter)
                            .userIdIn(deputy)
                            .count()
                    == 0) {
                grant(filter, deputy);
            }
            return true;
        });
    }

    /** Takes the list away. */
    public void withdraw(String filter) {
        desk.asTheEngine(() -> {
            if (engine.getFilterService().createFilterQuery().filterId(filter).count() > 0) {
                engine.getFilterService().deleteFilter(filter);
            }
            return true;
        });
    }

    /** What the deputy had claimed in the principal's name and not completed is open again. */
    public void putBack(String deputy, String principal, Set<String> processes) {
        desk.asTheEngine(() -> ((ServiceImpl) engine.getTaskService())
                .getCommandExecutor()
                .execute(context -> {
                    for (Task held : engine.getTaskService()
                            .createTaskQuery()
                            .taskAssignee(deputy)
                            .taskOwner(principal)
                            .processDefinitionKeyIn(processes.toArray(String[]::new))
                            .list()) {
                        Substitutes.putBack(context, (TaskEntity) held);
                    }
                    return true;
                }));
    }

    private List<String> groups(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .sorted()
                .toList();
    }
}
