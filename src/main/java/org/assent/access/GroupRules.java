package org.assent.access;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.assent.access.Grants.GroupGrants;
import org.assent.engine.AccountRules;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.stereotype.Component;

/**
 * Groups and tenants that exclude each other, by what access.yaml grants them: nobody who belongs to one economy or
 * ministry sees those of others, auditors change nothing, administrators see no case. Who is in a group that the file
 * does not know, as that of one office, counts as working there.
 */
@Component
final class GroupRules implements AccountRules {

    private final Map<String, GroupGrants> known;

    GroupRules() {
        this(AccessSetup.read());
    }

    GroupRules(Grants grants) {
        this.known = grants.groups();
    }

    @Override
    public void demandTogether(Set<String> groups, Set<String> tenants) {
        if (!those(groups, GroupGrants::lent).isEmpty()) {
            throw new Refusal(
                    "Nobody is made a member of a group of deputies: the desk lends it while an appointment lasts.");
        }
        if (!tenants.isEmpty() && !those(groups, GroupGrants::seesOthers).isEmpty()) {
            throw new Refusal(
                    "Somebody who belongs to one economy or ministry cannot be in a group that sees the cases of others.");
        }
        if (!those(groups, GroupGrants::seesAll).isEmpty() && changesSomething(groups)) {
            throw new Refusal(
                    "Auditors read everything and change nothing, so they are in no group that works or administers.");
        }
        if (administers(groups) && seesCases(groups)) {
            throw new Refusal(
                    "Administrators see no cases, so they are in no group that works on cases or reads them.");
        }
        demandOneHouse(groups);
    }

    private void demandOneHouse(Set<String> groups) {
        if (!those(groups, GroupGrants::worksInOne).isEmpty()
                && !those(groups, GroupGrants::seesOthers).isEmpty()) {
            throw new Refusal(
                    "Who works for one economy cannot be in a group that sees the cases of others: they would do the work of all of them.");
        }
    }

    @Override
    public boolean seesAll(String group) {
        GroupGrants grants = known.get(group);
        return grants != null && grants.seesAll();
    }

    private boolean changesSomething(Set<String> groups) {
        return !unknown(groups).isEmpty()
                || !those(groups, GroupGrants::changesSomething).isEmpty();
    }

    private boolean administers(Set<String> groups) {
        return groups.contains(Groups.CAMUNDA_ADMIN)
                || !those(groups, GroupGrants::administersAccounts).isEmpty();
    }

    private boolean seesCases(Set<String> groups) {
        Set<String> others = unknown(groups);
        others.remove(Groups.CAMUNDA_ADMIN);
        return !others.isEmpty() || !those(groups, GroupGrants::seesCases).isEmpty();
    }

    private Set<String> those(Set<String> groups, Predicate<GroupGrants> such) {
        Set<String> those = new HashSet<>(groups);
        those.removeIf(group -> {
            GroupGrants grants = known.get(group);
            return grants == null || !such.test(grants);
        });
        return those;
    }

    private Set<String> unknown(Set<String> groups) {
        Set<String> unknown = new HashSet<>(groups);
        unknown.removeAll(known.keySet());
        return unknown;
    }
}
