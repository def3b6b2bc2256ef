package org.assent.access;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assent.access.MoreRights.Rights;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The engine's view of a user: the one place that tells groups and tenants. Public: every way to log in ends here, and
 * the rehearsal acts as demonstration users with it.
 */
@Component
public class EngineUsers {

    private final IdentityService identity;
    private final ObjectProvider<MoreRights> more;

    EngineUsers(IdentityService identity, ObjectProvider<MoreRights> more) {
        this.identity = identity;
        this.more = more;
    }

    /** All that the user has at this moment; who has none may do nothing. */
    public Rights of(String user) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            List<Rights> rights = Stream.concat(
                            Stream.of(own(identity, user)), more.orderedStream().map(lent -> lent.of(user)))
                    .toList();
            return new Rights(all(rights, Rights::groups), all(rights, Rights::tenants));
        } finally {
            identity.setAuthentication(before);
        }
    }

    /** From here on this thread acts as the user, with all rights of this moment. */
    public void actAs(String user) {
        Rights rights = of(user);
        identity.setAuthentication(user, rights.groups(), rights.tenants());
    }

    /** From here on this thread acts with the user's own groups and tenants, those of the user's groups included. */
    public static void actAs(IdentityService identity, String user) {
        identity.clearAuthentication();
        Rights rights = own(identity, user);
        identity.setAuthentication(user, rights.groups(), rights.tenants());
    }

    private static Rights own(IdentityService identity, String user) {
        var groups = identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).list().stream()
                .map(Tenant::getId)
                .toList();
        return new Rights(groups, tenants);
    }

    private static List<String> all(List<Rights> rights, Function<Rights, List<String>> part) {
        return rights.stream().map(part).flatMap(List::stream).distinct().toList();
    }
}
