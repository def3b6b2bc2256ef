package org.assent.access;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.engine.Memberships;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's users in line with a provider's, one at a time and as a difference, whenever they come. The groups
 * of offices stay with the tree of offices. Public: logins by a provider end here.
 */
@Component
public class ProvidedUsers {

    private static final String SUBJECT = "assent-provider-subject";
    private static final Pattern ECONOMY = Pattern.compile("[A-Z]{2}");

    private final IdentityService identity;
    private final Memberships memberships;
    private final OfficeGroups offices;
    private final GroupRules rules;
    private final Set<String> managed = new HashSet<>();

    ProvidedUsers(IdentityService identity, Memberships memberships, OfficeGroups offices, GroupRules rules) {
        this.identity = identity;
        this.memberships = memberships;
        this.offices = offices;
        this.rules = rules;
        AccessSetup.read().groups().forEach((group, grants) -> {
            if (!grants.lent()) {
                managed.add(group);
            }
        });
        managed.add(Groups.CAMUNDA_ADMIN);
        managed.removeIf(OfficeGroups::isOfTheTree);
    }

    /**
     * Somebody as the provider knows them.
     *
     * @param subject who this is to the provider, for ever; the id may pass to another person
     * @param groups of ours; null where this word of the provider's does not speak of groups: then they stay as they are
     * @param economies null where the provider has no say in them
     */
    public record Person(
            String id,
            String subject,
            String firstName,
            String lastName,
            String email,
            @Nullable Set<String> groups,
            @Nullable Set<String> economies) {}

    /** Groups that a provider may give; those of offices are the tree's, those of deputies the desk's. */
    public Set<String> groups() {
        return Set.copyOf(managed);
    }

    /** From here on the engine's tables say of this person what the provider says. */
    public synchronized void bring(Person person) {
        var before = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            boolean isNew = identity.createUserQuery().userId(person.id()).count() == 0;
            demandTheSame(person, isNew);
            memberships.change(() -> {
                memberships.hold(person.id());
                demandTogether(person);
                user(person, isNew);
                if (person.groups() != null) {
                    groups(person.id(), person.groups());
                }
                if (person.economies() != null) {
                    economies(person, person.economies());
                }
            });
            if (isNew) {
                // the tree may name them already
                offices.ensure();
            }
        } finally {
            identity.setAuthentication(before);
        }
    }

    /**
     * A user id is no person: whoever bears an administrator's name at the provider is none by that, and whoever changes
     * their name there does not become a second person, who could approve what the first one did.
     */
    private void demandTheSame(Person person, boolean isNew) {
        if (memberships.known(SUBJECT, person.subject()).stream().anyMatch(id -> !id.equals(person.id()))) {
            throw new Refusal("You are known here by another user id already. Please tell your administrator.");
        }
        String known = isNew ? null : identity.getUserInfo(person.id(), SUBJECT);
        if (known != null && !known.equals(person.subject())) {
            throw new Refusal(
                    "This user id belongs to another account of your provider. Please tell your administrator.");
        }
        if (known == null
                && !isNew
                && !(person.groups() != null && person.groups().contains(Groups.CAMUNDA_ADMIN))
                && isAdministrator(person.id())) {
            throw new Refusal("This user id is an administrator's here. Please tell your administrator.");
        }
        if (known != null && person.groups() == null && isAdministrator(person.id())) {
            throw new Refusal(
                    "This token does not speak of groups, as an administrator's must. Please ask your provider to add them.");
        }
    }

    private boolean isAdministrator(String id) {
        return identity.createUserQuery()
                        .userId(id)
                        .memberOfGroup(Groups.CAMUNDA_ADMIN)
                        .count()
                > 0;
    }

    private void user(Person person, boolean isNew) {
        User user = isNew
                ? identity.newUser(person.id())
                : identity.createUserQuery().userId(person.id()).singleResult();
        boolean isAsKnown = Objects.equals(user.getFirstName(), person.firstName())
                && Objects.equals(user.getLastName(), person.lastName())
                && Objects.equals(user.getEmail(), person.email());
        if (isNew || !isAsKnown) {
            user.setFirstName(person.firstName());
            user.setLastName(person.lastName());
            user.setEmail(person.email());
            if (isNew) {
                user.setPassword(nobodyKnows());
            }
            identity.saveUser(user);
        }
        if (!person.subject().equals(identity.getUserInfo(person.id(), SUBJECT))) {
            identity.setUserInfo(person.id(), SUBJECT, person.subject());
        }
    }

    /** The provider may not know what excludes what here; whom it gives both does not come in, and nothing changes. */
    private void demandTogether(Person person) {
        Set<String> groups = groupsOf(person.id());
        if (person.groups() != null) {
            groups.removeAll(managed);
            person.groups().stream().filter(managed::contains).forEach(groups::add);
        }
        // ministries are the tree's, whose Cabinet Division has a head who sees all of them
        rules.demandTogether(groups, person.economies() == null ? economiesOf(person.id()) : known(person.economies()));
    }

    private Set<String> groupsOf(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> economiesOf(String user) {
        return identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .filter(tenant -> ECONOMY.matcher(tenant).matches())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private Set<String> known(Set<String> economies) {
        return identity.createTenantQuery().list().stream()
                .map(Tenant::getId)
                .filter(tenant ->
                        economies.contains(tenant) && ECONOMY.matcher(tenant).matches())
                .collect(Collectors.toSet());
    }

    private void groups(String user, Set<String> named) {
        Set<String> have = groupsOf(user);
        have.retainAll(managed);
        Set<String> wanted = new HashSet<>(named);
        wanted.retainAll(managed);
        bringInLine(
                have,
                wanted,
                group -> identity.createMembership(user, group),
                group -> identity.deleteMembership(user, group));
    }

    private void economies(Person person, Set<String> named) {
        Set<String> have = economiesOf(person.id());
        Set<String> wanted = known(named);
        bringInLine(
                have,
                wanted,
                tenant -> identity.createTenantUserMembership(tenant, person.id()),
                tenant -> identity.deleteTenantUserMembership(tenant, person.id()));
    }

    private static void bringInLine(
            Set<String> have, Set<String> wanted, Consumer<String> add, Consumer<String> remove) {
        wanted.stream().filter(one -> !have.contains(one)).forEach(add);
        have.stream().filter(one -> !wanted.contains(one)).forEach(remove);
    }

    private static String nobodyKnows() {
        byte[] bytes = new byte[48];
        new SecureRandom().nextBytes(bytes);
        return "aA1!" + Base64.getEncoder().encodeToString(bytes);
    }
}
