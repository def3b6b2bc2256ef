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

    /** Whether who is in this group sees all cases, so that it is no administrator of accounts who says who is. */
    boolean seesAll(String group);
}
