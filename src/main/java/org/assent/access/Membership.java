package org.assent.access;

import java.util.Set;
import org.assent.engine.Caller;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.security.core.context.SecurityContextHolder;

/** Whether whoever sends this request belongs to a group, before the engine knows who it is as well as after. */
final class Membership {

    private Membership() {}

    static boolean of(IdentityService identity, Set<String> groups) {
        Caller caller = Caller.now(identity);
        if (caller.user() != null) {
            return groups.stream().anyMatch(caller.groups()::contains);
        }
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null
                && login.isAuthenticated()
                && identity.createGroupQuery()
                                .groupMember(login.getName())
                                .groupIdIn(groups.toArray(String[]::new))
                                .count()
                        > 0;
    }
}
