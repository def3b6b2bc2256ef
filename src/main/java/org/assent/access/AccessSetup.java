package org.assent.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.organisation.OrganisationsImported;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.Yaml;

/** Brings groups, tenants, grants, the people of offices and the filter "My tasks" in line with access.yaml at start, as a difference. */
@Component
class AccessSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(AccessSetup.class);
    private static final String MY_TASKS = "My tasks";
    private static final Permission[] SEE = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_INSTANCE,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.READ_HISTORY
    };
    private static final Permission[] WORK = {
        ProcessDefinitionPermissions.READ,
        ProcessDefinitionPermissions.READ_TASK,
        ProcessDefinitionPermissions.TASK_WORK
    };

    private final ProcessEngine engine;
    private final Tenants tenants;
    private final OfficeGroups offices;
    private final AdministratorGroup administrators;
    private final ObjectProvider<DemonstrationUsers> demonstration;

    AccessSetup(
            ProcessEngine engine,
            Tenants tenants,
            OfficeGroups offices,
            AdministratorGroup administrators,
            ObjectProvider<DemonstrationUsers> demonstration) {
        this.engine = engine;
        this.tenants = tenants;
        this.offices = offices;
        this.administrators = administrators;
        this.demonstration = demonstration;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Grants grants = read();
        administrators.ensure();
        grants.groups().forEach(this::group);
        tenants.ensure(grants);
        int added = grantAll(grants);
        filter();
        demonstration.ifAvailable(DemonstrationUsers::ensure);
        offices.ensure();
        LOG.info("Access: {} groups, {} grants added", grants.groups().size(), added);
    }

    /** A new ministry is a tenant at once, and its people have their groups. */
    @EventListener
    void hear(OrganisationsImported event) {
        tenants.ensure(read());
        offices.ensure();
    }

    static Grants read() {
        try (var yaml = new ClassPathResource("access.yaml").getInputStream()) {
            Object tree = new Yaml().load(yaml);
            return JsonMapper.builder().build().convertValue(tree, Grants.class);
        } catch (IOException e) {
            throw new IllegalStateException("access.yaml cannot be read", e);
        }
    }

    private void group(String id, Grants.GroupGrants grants) {
        var identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(grants.name());
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
    }

    private int grantAll(Grants grants) {
        Set<String> have = new HashSet<>();
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .list()
                .forEach(row -> have.add(keyOf(row.getGroupId(), row.getResourceType(), row.getResourceId())));
        int before = have.size();
        grants.groups().forEach((group, may) -> {
            may.applications().forEach(app -> grant(have, group, Resources.APPLICATION, app, Permissions.ACCESS));
            Map<String, Set<Permission>> processes = new java.util.TreeMap<>();
            may.see().forEach(process -> add(processes, process, SEE));
            may.work().forEach(process -> add(processes, process, WORK));
            may.start()
                    .forEach(process -> add(
                            processes,
                            process,
                            ProcessDefinitionPermissions.READ,
                            ProcessDefinitionPermissions.CREATE_INSTANCE));
            processes.forEach((process, permissions) ->
                    grant(have, group, Resources.PROCESS_DEFINITION, process, permissions.toArray(Permission[]::new)));
            if (!may.start().isEmpty()) {
                grant(have, group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
            }
            may.read().forEach(kind -> readMore(have, group, kind));
        });
        return have.size() - before;
    }

    private void readMore(Set<String> have, String group, String kind) {
        switch (kind) {
            case "decisions" -> {
                grant(have, group, Resources.DECISION_DEFINITION, ANY, Permissions.READ, Permissions.READ_HISTORY);
                grant(have, group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
            }
            case "deployments" -> grant(have, group, Resources.DEPLOYMENT, ANY, Permissions.READ);
            case "operations" ->
                grant(have, group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
            default -> throw new IllegalStateException("access.yaml: read knows no “" + kind + "”");
        }
    }

    private static void add(Map<String, Set<Permission>> processes, String process, Permission... permissions) {
        processes
                .computeIfAbsent(process, key -> new java.util.LinkedHashSet<>())
                .addAll(List.of(permissions));
    }

    private void grant(Set<String> have, String group, Resource resource, String id, Permission... permissions) {
        if (have.add(keyOf(group, resource.resourceType(), id))) {
            Authorization row = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
            row.setGroupId(group);
            row.setResource(resource);
            row.setResourceId(id);
            Arrays.stream(permissions).forEach(row::addPermission);
            engine.getAuthorizationService().saveAuthorization(row);
        }
    }

    private static String keyOf(String group, int resource, String id) {
        return group + "|" + resource + "|" + id;
    }

    /** One filter for everybody: what I have, and what I may take. Its expressions are the only ones there are. */
    private void filter() {
        var filters = engine.getFilterService();
        if (filters.createFilterQuery().filterName(MY_TASKS).count() > 0) {
            return;
        }
        var filter = filters.newTaskFilter(MY_TASKS);
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateUserExpression("${currentUser()}")
                .endOr());
        filter.setProperties(Map.of(
                "description",
                "Tasks that are mine, or that I may take",
                "priority",
                -10,
                "color",
                "#1f4e79",
                "refresh",
                true,
                // which case a task belongs to; the engine shows it to those who may read the case
                "variables",
                List.of(
                        Map.of("name", "agreementKey", "label", "Agreement"),
                        Map.of("name", "projectCode", "label", "Project")),
                "showUndefinedVariable",
                false));
        filters.saveFilter(filter);
        Authorization everybody = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GLOBAL);
        everybody.setUserId(ANY);
        everybody.setResource(Resources.FILTER);
        everybody.setResourceId(filter.getId());
        everybody.addPermission(Permissions.READ);
        engine.getAuthorizationService().saveAuthorization(everybody);
    }
}
