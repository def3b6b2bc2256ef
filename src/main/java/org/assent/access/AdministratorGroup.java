package org.assent.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * The group of administrators, and in production its first member, named once by ASSENT_ADMIN_ID and
 * ASSENT_ADMIN_PASSWORD.
 */
@Component
class AdministratorGroup {

    private final ProcessEngine engine;
    private final Environment environment;

    AdministratorGroup(ProcessEngine engine, Environment environment) {
        this.engine = engine;
        this.environment = environment;
    }

    void ensure() {
        var identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(Groups.CAMUNDA_ADMIN).count() == 0) {
            var group = identity.newGroup(Groups.CAMUNDA_ADMIN);
            group.setName("Administrators");
            group.setType(Groups.GROUP_TYPE_SYSTEM);
            identity.saveGroup(group);
            for (Resources resource : Resources.values()) {
                Authorization all = engine.getAuthorizationService().createNewAuthorization(AUTH_TYPE_GRANT);
                all.setGroupId(Groups.CAMUNDA_ADMIN);
                all.setResource(resource);
                all.setResourceId(ANY);
                all.addPermission(Permissions.ALL);
                engine.getAuthorizationService().saveAuthorization(all);
            }
        }
        if (environment.acceptsProfiles(Profiles.of("prod"))
                && identity.createUserQuery()
                                .memberOfGroup(Groups.CAMUNDA_ADMIN)
                                .count()
                        == 0) {
            firstAdministrator();
        }
    }

    private void firstAdministrator() {
        String id = environment.getProperty("ASSENT_ADMIN_ID", "");
        String password = environment.getProperty("ASSENT_ADMIN_PASSWORD", "");
        if (id.isBlank() || password.length() < 12) {
            throw new IllegalStateException(
                    "There is no administrator yet: set ASSENT_ADMIN_ID and ASSENT_ADMIN_PASSWORD"
                            + " (at least 12 characters) for the first start.");
        }
        var user = engine.getIdentityService().newUser(id);
        user.setFirstName("First");
        user.setLastName("Administrator");
        user.setPassword(password);
        engine.getIdentityService().saveUser(user);
        engine.getIdentityService().createMembership(id, Groups.CAMUNDA_ADMIN);
    }
}
