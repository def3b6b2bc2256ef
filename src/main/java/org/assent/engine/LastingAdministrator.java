package org.assent.engine;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Never lets the last administrator go: without one the engine would offer everybody to become the first again
 * (CVE-2026-77226).
 */
final class LastingAdministrator extends GuardedAccounts {

    private static final String SENTENCE =
            "This is the last administrator, who must stay. Please make somebody else an administrator first.";

    LastingAdministrator(ObjectProvider<AccountRules> rules) {
        super(rules);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        if (Groups.CAMUNDA_ADMIN.equals(group)) {
            refuseForTheLast(user);
        }
        return super.deleteMembership(user, group);
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        refuseForTheLast(user);
        return super.deleteUser(user);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        if (Groups.CAMUNDA_ADMIN.equals(group)) {
            throw new Refusal("The administrators' group must stay: somebody has to look after this desk.");
        }
        return super.deleteGroup(group);
    }

    private void refuseForTheLast(String leaving) {
        // a query with the caller's rights would miss administrators whom the caller may not see
        List<User> administrators = Context.getCommandContext()
                .runWithoutAuthorization(() ->
                        createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).list());
        Set<String> ids = Set.copyOf(administrators.stream().map(User::getId).toList());
        if (ids.equals(Set.of(leaving))) {
            throw new Refusal(SENTENCE);
        }
    }
}
