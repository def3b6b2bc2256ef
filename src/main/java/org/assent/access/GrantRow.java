package org.assent.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.jspecify.annotations.Nullable;

/**
 * One row of the engine's authorizations, wanted or found.
 *
 * @param resource number of the resource's kind, as {@link Resources}
 */
record GrantRow(Key key, int permissions) {

    private static final List<Permission> PERMISSIONS = Stream.<Permission[]>of(
                    Permissions.values(),
                    ProcessDefinitionPermissions.values(),
                    ProcessInstancePermissions.values(),
                    TaskPermissions.values(),
                    HistoricProcessInstancePermissions.values(),
                    HistoricTaskPermissions.values(),
                    BatchPermissions.values(),
                    SystemPermissions.values(),
                    UserOperationLogCategoryPermissions.values())
            .flatMap(Arrays::stream)
            .toList();

    /** There is at most one row for each of these. */
    record Key(int type, @Nullable String user, @Nullable String group, int resource, String id) {

        /** The engine makes the grants of its administrators by itself. */
        boolean isOfTheFile() {
            return group != null && !group.equals(Groups.CAMUNDA_ADMIN);
        }

        @Override
        public String toString() {
            String who = group != null ? "group " + group : "*".equals(user) ? "everybody" : "user " + user;
            String kind = type == Authorization.AUTH_TYPE_REVOKE ? "taken from " : "";
            return kind + who + " on " + kindOf(resource) + " " + id;
        }
    }

    static GrantRow toGroup(String group, Resource resource, String id, Stream<Permission> permissions) {
        return new GrantRow(
                new Key(Authorization.AUTH_TYPE_GRANT, null, group, resource.resourceType(), id), sum(permissions));
    }

    static GrantRow toEverybody(Resource resource, String id, Permission... permissions) {
        return new GrantRow(
                new Key(Authorization.AUTH_TYPE_GLOBAL, Authorization.ANY, null, resource.resourceType(), id),
                sum(Arrays.stream(permissions)));
    }

    static GrantRow of(Authorization row) {
        return new GrantRow(
                new Key(
                        row.getAuthorizationType(),
                        row.getUserId(),
                        row.getGroupId(),
                        row.getResourceType(),
                        row.getResourceId()),
                permissionsOf(row));
    }

    /** The engine shows no numbers, so each permission of the kind is asked for; of what is revoked it tells nothing. */
    private static int permissionsOf(Authorization row) {
        return row.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE
                ? 0
                : sum(permissionsFor(row.getResourceType()).filter(row::isPermissionGranted));
    }

    private static Stream<Permission> permissionsFor(int resource) {
        return PERMISSIONS.stream().filter(permission -> Arrays.stream(permission.getTypes())
                .anyMatch(kind -> kind.resourceType() == resource));
    }

    private static int sum(Stream<Permission> permissions) {
        return permissions.mapToInt(Permission::getValue).reduce(0, (a, b) -> a | b);
    }

    void writeTo(Authorization row) {
        row.setUserId(key.user);
        row.setGroupId(key.group);
        row.setResourceType(key.resource);
        row.setResourceId(key.id);
        row.setPermissions(permissionsFor(key.resource)
                .filter(permission -> (permissions & permission.getValue()) == permission.getValue())
                .toArray(Permission[]::new));
    }

    /** Whether a single user has no more than sight of a list of tasks; such rows are made where somebody is named a deputy. */
    boolean letsOneUserSeeAFilter() {
        return key.type == Authorization.AUTH_TYPE_GRANT
                && key.user != null
                && key.resource == Resources.FILTER.resourceType()
                && !key.id.equals(Authorization.ANY)
                && permissions == Permissions.READ.getValue();
    }

    /** As an operator reads it: {@code read, read task}. */
    String words() {
        String words = permissionsFor(key.resource)
                .filter(permission -> permission.getValue() != 0 && permission.getValue() != Integer.MAX_VALUE)
                .filter(permission -> (permissions & permission.getValue()) == permission.getValue())
                .map(permission -> permission.getName().toLowerCase(Locale.ROOT).replace('_', ' '))
                .distinct()
                .collect(Collectors.joining(", "));
        return permissions == Integer.MAX_VALUE ? "everything" : words.isEmpty() ? "nothing" : words;
    }

    private static String kindOf(int resource) {
        return Arrays.stream(Resources.values())
                .filter(kind -> kind.resourceType() == resource)
                .map(kind -> kind.resourceName().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("kind " + resource);
    }
}
