package org.assent.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.assent.engine.Memberships;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings the groups of offices, and whose members their people are, in line with the tree of offices, as a difference.
 * The tree alone decides: whoever is added to such a group by hand is taken out again.
 */
@Component
class OfficeGroups {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeGroups.class);
    private static final String TEAMS = "apa-teams";
    private static final String HEADS = "office-heads";

    private final OrganisationRegister organisations;
    private final Memberships memberships;
    private final IdentityService identity;
    private final GroupRules rules;

    OfficeGroups(
            OrganisationRegister organisations, Memberships memberships, IdentityService identity, GroupRules rules) {
        this.organisations = organisations;
        this.memberships = memberships;
        this.identity = identity;
        this.rules = rules;
    }

    /** What the tree alone decides, so that no provider does. */
    static boolean isOfTheTree(String role) {
        return role.equals(TEAMS) || role.equals(HEADS);
    }

    /** A user who is created after an import is found at the next, or at the next start. */
    void ensure() {
        Set<String> users = memberships.users();
        Map<String, String> names = new HashMap<>();
        // groups and tenants that the tree rules, with their members; most have none
        Map<String, Set<String>> groups = new TreeMap<>();
        Map<String, Set<String>> tenants = new TreeMap<>();
        groups.put(TEAMS, new TreeSet<>());
        groups.put(HEADS, new TreeSet<>());
        for (OrganisationFacts office : organisations.all()) {
            names.put(office.apaTeamGroup(), "APA team of " + office.name());
            names.put(office.headGroup(), "Head of " + office.name());
            Set<String> team = people(users, office, office.apaTeam());
            Set<String> heads = people(users, office, List.of(Objects.requireNonNullElse(office.head(), "")));
            groups.put(office.apaTeamGroup(), team);
            groups.put(office.headGroup(), heads);
            Set<String> tenant = tenants.computeIfAbsent(office.ministry(), code -> new TreeSet<>());
            tenant.addAll(team);
            tenant.addAll(heads);
            Objects.requireNonNull(groups.get(TEAMS)).addAll(team);
            Objects.requireNonNull(groups.get(HEADS)).addAll(heads);
        }
        Map<String, Set<String>> groupsBefore = memberships.groups();
        Map<String, Set<String>> tenantsBefore = memberships.tenants();
        leaveOut(groups, tenants, groupsBefore);
        memberships.change(() -> {
            name(names, groups);
            groups.forEach((group, members) -> bringInLine(
                    groupsBefore.get(group),
                    members,
                    user -> identity.createMembership(user, group),
                    user -> identity.deleteMembership(user, group)));
            tenants.forEach((tenant, members) -> bringInLine(
                    tenantsBefore.get(tenant),
                    members,
                    user -> identity.createTenantUserMembership(tenant, user),
                    user -> identity.deleteTenantUserMembership(tenant, user)));
        });
    }

    /**
     * An office may name somebody whose other groups exclude any work, as an auditor's do: those stay, and it is told.
     * Which ministry somebody is of the tree knows best: the Cabinet Division's head sees all of them.
     */
    private void leaveOut(
            Map<String, Set<String>> groups, Map<String, Set<String>> tenants, Map<String, Set<String>> groupsBefore) {
        Map<String, Set<String>> others = byUser(groupsBefore, groups.keySet());
        byUser(groups, Set.of()).forEach((user, given) -> {
            Set<String> all = new HashSet<>(given);
            all.addAll(others.getOrDefault(user, Set.of()));
            try {
                rules.demandTogether(all, Set.of());
            } catch (Refusal excluded) {
                LOG.warn(
                        "The tree of offices names {}, who does not become a member of {}: {}",
                        user,
                        given,
                        excluded.getMessage());
                groups.values().forEach(members -> members.remove(user));
                tenants.values().forEach(members -> members.remove(user));
            }
        });
    }

    private static Map<String, Set<String>> byUser(Map<String, Set<String>> members, Set<String> without) {
        Map<String, Set<String>> byUser = new TreeMap<>();
        members.forEach((group, users) -> {
            if (!without.contains(group)) {
                users.forEach(user ->
                        byUser.computeIfAbsent(user, name -> new TreeSet<>()).add(group));
            }
        });
        return byUser;
    }

    private static Set<String> people(Set<String> users, OrganisationFacts office, List<String> named) {
        Set<String> people = new TreeSet<>(named);
        people.retainAll(users);
        return office.active() ? people : new TreeSet<>();
    }

    /** Most offices of a large tree have nobody who works here yet: a group exists once somebody is in it. */
    private void name(Map<String, String> names, Map<String, Set<String>> groups) {
        Map<String, Group> have = new HashMap<>();
        identity.createGroupQuery().list().forEach(group -> have.put(group.getId(), group));
        names.forEach((id, name) -> {
            Group group = have.get(id);
            if (group == null && !groups.getOrDefault(id, Set.of()).isEmpty()) {
                group = identity.newGroup(id);
                group.setType("WORKFLOW");
            }
            if (group != null && !name.equals(group.getName())) {
                group.setName(name);
                identity.saveGroup(group);
            }
        });
    }

    private static void bringInLine(
            @Nullable Set<String> before, Set<String> wanted, Consumer<String> add, Consumer<String> remove) {
        Set<String> have = before == null ? new HashSet<>() : before;
        wanted.stream().filter(user -> !have.contains(user)).forEach(add);
        have.stream().filter(user -> !wanted.contains(user)).forEach(remove);
    }
}
