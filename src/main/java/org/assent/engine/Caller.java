package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, with groups and tenants (economies by ISO2, ministries by code). Public: controls that are no forms check it before they tell a
 * case something.
 */
public record Caller(@Nullable String user, List<String> groups, List<String> tenants) {

    public static Caller now(IdentityService identity) {
        var who = identity.getCurrentAuthentication();
        if (who == null) {
            return new Caller(null, List.of(), List.of());
        }
        return new Caller(who.getUserId(), orEmpty(who.getGroupIds()), orEmpty(who.getTenantIds()));
    }

    /** Refuses in this sentence anybody who is not in the group. */
    public void demand(String group, String sentence) {
        if (!groups.contains(group)) {
            throw new Refusal(sentence);
        }
    }

    public boolean actsFor(String tenant) {
        return tenants.contains(tenant);
    }

    private static List<String> orEmpty(@Nullable List<String> values) {
        return values == null ? List.of() : List.copyOf(values);
    }
}
