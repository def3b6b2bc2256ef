package org.assent.access;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import org.assent.engine.Evidence;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The group of administrators, and in production its first member, named once by ASSENT_ADMIN_ID and
 * ASSENT_ADMIN_PASSWORD.
 */
@Component
class AdministratorGroup {

    private final ProcessEngine engine;
    private final Environment environment;
    private final JdbcTemplate marks;
    private final Evidence evidence;
    private final TransactionTemplate atOnce;

    AdministratorGroup(
            ProcessEngine engine,
            Environment environment,
            JdbcTemplate marks,
            Evidence evidence,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.environment = environment;
        this.marks = marks;
        this.evidence = evidence;
        this.atOnce = new TransactionTemplate(transactions);
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
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            atOnce.executeWithoutResult(transaction -> firstAdministrator());
        }
    }

    /** Once: a later start ignores what it is told, changes no password and raises nobody. ProductionGuard has checked it. */
    private void firstAdministrator() {
        if (!marks.queryForList("select id from first_administrator", Integer.class)
                .isEmpty()) {
            return;
        }
        var identity = engine.getIdentityService();
        if (identity.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            String id = environment.getRequiredProperty("ASSENT_ADMIN_ID");
            var user = identity.newUser(id);
            user.setFirstName("First");
            user.setLastName("Administrator");
            user.setPassword(environment.getRequiredProperty("ASSENT_ADMIN_PASSWORD"));
            identity.saveUser(user);
            identity.createMembership(id, Groups.CAMUNDA_ADMIN);
        }
        marks.update("insert into first_administrator (id, made_at) values (1, current_timestamp)");
        evidence.wrote("first_administrator", 1);
    }
}
