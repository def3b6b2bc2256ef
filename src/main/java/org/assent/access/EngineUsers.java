package org.assent.access;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;

/** The engine's view of a user. Public: the rehearsal acts as demonstration users with it. */
public final class EngineUsers {

    private EngineUsers() {}

    /** From here on this thread acts with the user's groups and tenants, those of the user's groups included. */
    public static void actAs(IdentityService identity, String user) {
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, tenants);
    }
}
