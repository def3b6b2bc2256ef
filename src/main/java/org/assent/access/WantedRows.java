package org.assent.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;

/** The authorization rows that access.yaml asks for, in the engine's terms: this class says what each of its words grants. */
final class WantedRows {

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

    private final Map<GrantRow.Key, GrantRow> rows = new LinkedHashMap<>();

    private WantedRows() {}

    /** One row for each of these; what two words grant on the same thing is one row with both. */
    static Map<GrantRow.Key, GrantRow> of(Grants grants) {
        WantedRows wanted = new WantedRows();
        for (Resources resource : Resources.values()) {
            wanted.add(Groups.CAMUNDA_ADMIN, resource, ANY, Permissions.ALL);
        }
        grants.groups().forEach(wanted::group);
        return wanted.rows;
    }

    private void group(String group, Grants.GroupGrants may) {
        may.applications().forEach(app -> add(group, Resources.APPLICATION, app, Permissions.ACCESS));
        may.see().forEach(process -> add(group, Resources.PROCESS_DEFINITION, process, SEE));
        may.work().forEach(process -> add(group, Resources.PROCESS_DEFINITION, process, WORK));
        for (String process : may.start()) {
            add(
                    group,
                    Resources.PROCESS_DEFINITION,
                    process,
                    ProcessDefinitionPermissions.READ,
                    ProcessDefinitionPermissions.CREATE_INSTANCE);
            add(group, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        }
        may.read().forEach(kind -> read(group, kind));
        may.administer().forEach(kind -> administer(group, kind));
    }

    private void read(String group, String kind) {
        switch (kind) {
            case "definitions" -> add(group, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
            case "decisions" -> {
                add(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
                add(group, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
            }
            case "outcomes" -> {
                add(group, Resources.DECISION_DEFINITION, ANY, Permissions.READ_HISTORY);
                // reports over all processes ask for it
                add(group, Resources.PROCESS_DEFINITION, ANY, ProcessDefinitionPermissions.READ_HISTORY);
            }
            case "deployments" -> add(group, Resources.DEPLOYMENT, ANY, Permissions.READ);
            case "operations" ->
                add(group, Resources.OPERATION_LOG_CATEGORY, ANY, UserOperationLogCategoryPermissions.READ);
            case "batches" -> add(group, Resources.BATCH, ANY, BatchPermissions.READ, BatchPermissions.READ_HISTORY);
            case "filters" -> add(group, Resources.FILTER, ANY, Permissions.READ);
            case "accounts" ->
                Stream.of(Resources.USER, Resources.GROUP, Resources.TENANT)
                        .forEach(resource -> add(group, resource, ANY, Permissions.READ));
            case "grants" -> add(group, Resources.AUTHORIZATION, ANY, Permissions.READ);
            case "system" -> add(group, Resources.SYSTEM, ANY, SystemPermissions.READ);
            default -> throw new IllegalStateException("access.yaml: read knows no “" + kind + "”");
        }
    }

    private void administer(String group, String kind) {
        switch (kind) {
            case "models" -> add(group, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
            case "accounts" -> {
                add(
                        group,
                        Resources.USER,
                        ANY,
                        Permissions.READ,
                        Permissions.CREATE,
                        Permissions.UPDATE,
                        Permissions.DELETE);
                add(group, Resources.GROUP, ANY, Permissions.READ, Permissions.CREATE, Permissions.UPDATE);
                add(group, Resources.TENANT, ANY, Permissions.READ);
                Stream.of(Resources.GROUP_MEMBERSHIP, Resources.TENANT_MEMBERSHIP)
                        .forEach(resource -> add(group, resource, ANY, Permissions.CREATE, Permissions.DELETE));
            }
            default -> throw new IllegalStateException("access.yaml: administer knows no “" + kind + "”");
        }
    }

    private void add(String group, Resource resource, String id, Permission... permissions) {
        GrantRow row = GrantRow.toGroup(group, resource, id, Arrays.stream(permissions));
        rows.merge(row.key(), row, (one, other) -> new GrantRow(one.key(), one.permissions() | other.permissions()));
    }
}
