package org.assent.engine;

import java.util.Set;

/** What one account may have together. Public: access knows it from access.yaml. */
public interface AccountRules {

    /**
     * Refuses in a sentence what no account may have, whoever would give it.
     *
     * @param groups all that the account would be a member of
     * @param tenants of the user, not of these groups
     */
    void demandTogether(Set<String> groups, Set<String> tenants);
}
