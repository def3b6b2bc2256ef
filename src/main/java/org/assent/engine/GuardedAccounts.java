package org.assent.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbTenantQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.GroupEntity;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * The engine's users, groups and tenants, with rules that no grant can express: everybody reads their own account, and
 * which groups and tenants they have, and changes their own password but not their name, which others see at tasks and
 * under what they sign; and whoever administers accounts without being an administrator of the engine touches neither
 * an administrator's account nor an administrator's group, nor those of auditors, so that nobody raises themselves or an
 * accomplice, and whoever makes accounts makes none that reads every case.
 */
abstract class GuardedAccounts extends WallClockLogins {

    /** Appointed, changed and dismissed by administrators of the engine only. */
    private static final Set<String> ADMINISTRATORS = Set.of(Groups.CAMUNDA_ADMIN, "account-administrators");

    private final ObjectProvider<AccountRules> rules;

    /** One is made for each command, the first ones before there are rules. */
    GuardedAccounts(ObjectProvider<AccountRules> rules) {
        this.rules = rules;
    }

    @Override
    public @Nullable UserEntity findUserById(String user) {
        return isCaller(user) ? unchecked(() -> super.findUserById(user)) : super.findUserById(user);
    }

    @Override
    public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
        return isCaller(query.getId())
                ? unchecked(() -> super.findUserByQueryCriteria(query))
                : super.findUserByQueryCriteria(query);
    }

    @Override
    public long findUserCountByQueryCriteria(DbUserQueryImpl query) {
        return isCaller(query.getId())
                ? unchecked(() -> super.findUserCountByQueryCriteria(query))
                : super.findUserCountByQueryCriteria(query);
    }

    /** Lists of “my tasks” ask for the caller's groups. */
    @Override
    public List<Group> findGroupByQueryCriteria(DbGroupQueryImpl query) {
        return isCaller(query.getUserId())
                ? unchecked(() -> super.findGroupByQueryCriteria(query))
                : super.findGroupByQueryCriteria(query);
    }

    @Override
    public List<Tenant> findTenantByQueryCriteria(DbTenantQueryImpl query) {
        return isCaller(query.getUserId())
                ? unchecked(() -> super.findTenantByQueryCriteria(query))
                : super.findTenantByQueryCriteria(query);
    }

    /** Whoever is logged in could otherwise try passwords of others, and lock them out with wrong ones. */
    @Override
    public boolean checkPassword(String user, String password) {
        if (getCommandContext().getAuthentication() != null && !isCaller(user)) {
            throw new Refusal("The password of somebody else is not to be tried.");
        }
        return super.checkPassword(user, password);
    }

    @Override
    public IdentityOperationResult saveUser(User user) {
        UserEntity account = (UserEntity) user;
        boolean isNew = account.getRevision() == 0;
        AccountNames.demandPlain(account);
        if (!isNew && isCaller(account.getId())) {
            demandSameAccount(account);
            if (isLimited()) {
                demandOnlyPassword(account);
            } else if (!account.hasNewPassword()) {
                // nobody else may change the account of the desk's only administrator
                AccountNames.demandBoth(account);
                AccountNames.demandMail(account);
            }
            return unchecked(() -> super.saveUser(account));
        }
        demandOrdinary(account.getId());
        if (isByPerson()) {
            if (isNew || !account.hasNewPassword()) {
                AccountNames.demandBoth(account);
                AccountNames.demandMail(account);
            }
            if (!isNew) {
                demandSameAccount(account);
            }
        }
        return super.saveUser(account);
    }

    /** Two accounts that only a second look tells apart are an invitation to take one for the other. */
    @Override
    public UserEntity createNewUser(String user) {
        if (isByPerson() && looksLikeAnother(user)) {
            throw new Refusal(
                    "Another account or a group is called so, but for capital letters. Please choose another user id.");
        }
        return super.createNewUser(user);
    }

    @Override
    public GroupEntity createNewGroup(String group) {
        if (isByPerson() && looksLikeAnother(group)) {
            throw new Refusal(
                    "Another group or an account is called so, but for capital letters. Please choose another id.");
        }
        return super.createNewGroup(group);
    }

    private boolean looksLikeAnother(String id) {
        try (PreparedStatement names = prepare(
                "select id_ from act_id_user where lower(id_) = lower(?) union select id_ from act_id_group where lower(id_) = lower(?)")) {
            names.setString(1, id);
            names.setString(2, id);
            try (ResultSet found = names.executeQuery()) {
                while (found.next()) {
                    // the very same one is refused by the engine
                    if (!found.getString(1).equals(id) || existsGroup(id)) {
                        return true;
                    }
                }
                return false;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ids could not be compared", e);
        }
    }

    private boolean existsGroup(String id) {
        return unchecked(() -> super.findGroupById(id) != null);
    }

    private void demandKnown(String user, String group) {
        if (unchecked(() -> super.findUserById(user)) == null || !existsGroup(group)) {
            throw new Refusal("There is no such account or no such group.");
        }
        if (unchecked(() -> existsMembership(user, group))) {
            throw new Refusal("This account is in the group already.");
        }
    }

    private void demandOnlyPassword(UserEntity account) {
        UserEntity stored = unchecked(() -> super.findUserById(account.getId()));
        if (stored != null
                && !(Objects.equals(stored.getFirstName(), account.getFirstName())
                        && Objects.equals(stored.getLastName(), account.getLastName())
                        && Objects.equals(stored.getEmail(), account.getEmail()))) {
            throw new Refusal(
                    "Your name and e-mail address are kept by the administrators of accounts. Please tell them what has changed.");
        }
    }

    /** The engine's API takes the user id from what is sent, and would give one account the password of another. */
    private void demandSameAccount(UserEntity account) {
        UserEntity stored = unchecked(() -> super.findUserById(account.getId()));
        if (stored == null
                || (!account.hasNewPassword() && !Objects.equals(stored.getPassword(), account.getPassword()))) {
            throw new Refusal("An account keeps its user id. Please close it and make another one.");
        }
    }

    @Override
    public IdentityOperationResult deleteUser(String user) {
        demandOrdinary(user);
        return super.deleteUser(user);
    }

    @Override
    public IdentityOperationResult unlockUser(String user) {
        demandOrdinary(user);
        return super.unlockUser(user);
    }

    @Override
    public IdentityOperationResult saveGroup(Group group) {
        demandOpen(group.getId());
        if (isByPerson()) {
            AccountNames.demandPlain("The name of a group", group.getName());
        }
        return super.saveGroup(group);
    }

    @Override
    public IdentityOperationResult deleteGroup(String group) {
        demandOpen(group);
        return super.deleteGroup(group);
    }

    @Override
    public IdentityOperationResult createMembership(String user, String group) {
        demandOrdinary(user);
        demandOpen(group);
        if (isByPerson()) {
            demandKnown(user, group);
        }
        demandTogether(user, Set.of(group), Set.of());
        return super.createMembership(user, group);
    }

    @Override
    public IdentityOperationResult deleteMembership(String user, String group) {
        demandOrdinary(user);
        demandOpen(group);
        return super.deleteMembership(user, group);
    }

    @Override
    public IdentityOperationResult createTenantUserMembership(String tenant, String user) {
        demandOrdinary(user);
        demandTogether(user, Set.of(), Set.of(tenant));
        return super.createTenantUserMembership(tenant, user);
    }

    @Override
    public IdentityOperationResult deleteTenantUserMembership(String tenant, String user) {
        demandOrdinary(user);
        return super.deleteTenantUserMembership(tenant, user);
    }

    @Override
    public IdentityOperationResult createTenantGroupMembership(String tenant, String group) {
        demandOpen(group);
        refuseTenantsOfGroups();
        return super.createTenantGroupMembership(tenant, group);
    }

    @Override
    public IdentityOperationResult deleteTenantGroupMembership(String tenant, String group) {
        demandOpen(group);
        refuseTenantsOfGroups();
        return super.deleteTenantGroupMembership(tenant, group);
    }

    /** The account of an administrator, or one's own, is changed by an administrator of the engine. */
    private void demandOrdinary(String user) {
        if (isLimited()
                && (isCaller(user) || ADMINISTRATORS.stream().anyMatch(group -> existsMembership(user, group)))) {
            throw new Refusal(
                    "The account of an administrator, your own too, is changed by an administrator of the desk.");
        }
        if (isLimited() && groupsOf(user).stream().anyMatch(rules.getObject()::seesAll)) {
            throw new Refusal("The account of an auditor is changed by an administrator of the desk.");
        }
    }

    private void demandOpen(String group) {
        if (isLimited() && ADMINISTRATORS.contains(group)) {
            throw new Refusal("Who is an administrator is decided by an administrator of the desk.");
        }
        if (isLimited() && rules.getObject().seesAll(group)) {
            throw new Refusal("Who is an auditor, and so reads all cases, is decided by an administrator of the desk.");
        }
    }

    /** The desk's own rules and the tree of offices know what they do; a person may not know what goes with what. */
    private void demandTogether(String user, Set<String> newGroups, Set<String> newTenants) {
        if (!isByPerson()) {
            return;
        }
        hold(user);
        Set<String> groups = new HashSet<>(newGroups);
        Set<String> tenants = new HashSet<>(newTenants);
        groups.addAll(groupsOf(user));
        unchecked(() -> {
            createTenantQuery().userMember(user).list().forEach(tenant -> tenants.add(tenant.getId()));
            return true;
        });
        // the tree of offices may have given several; nobody adds to them
        if (!newTenants.isEmpty() && tenants.size() > 1) {
            throw new Refusal("An official belongs to one economy or ministry. Please take the other one away first.");
        }
        rules.getObject().demandTogether(groups, tenants);
    }

    private Set<String> groupsOf(String user) {
        return unchecked(() -> createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet()));
    }

    /** What is given to the account at the same instant waits until this is given, and is asked after it. */
    private void hold(String user) {
        try (PreparedStatement row = prepare("select id_ from act_id_user where id_ = ? for update")) {
            row.setString(1, user);
            row.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException("The account could not be held", e);
        }
    }

    /** Beside the engine's own questions, in the same transaction. */
    private PreparedStatement prepare(String sql) throws SQLException {
        return getCommandContext()
                .getDbSqlSession()
                .getSqlSession()
                .getConnection()
                .prepareStatement(sql);
    }

    /** Else everybody in the group would see what is of one economy, whichever is their own. */
    private void refuseTenantsOfGroups() {
        if (isByPerson()) {
            throw new Refusal(
                    "Which economies and ministries a group sees is decided where its rights are. Please give one to a person.");
        }
    }

    /** A person who calls, and not as an administrator of the engine. */
    private boolean isLimited() {
        Authentication who = getCommandContext().getAuthentication();
        return isByPerson() && (who.getGroupIds() == null || !who.getGroupIds().contains(Groups.CAMUNDA_ADMIN));
    }

    /** The application itself is not limited: what it does for a person goes unchecked. */
    private boolean isByPerson() {
        return getCommandContext().getAuthentication() != null
                && getCommandContext().isAuthorizationCheckEnabled();
    }

    private boolean isCaller(@Nullable String user) {
        Authentication who = getCommandContext().getAuthentication();
        return who != null && user != null && user.equals(who.getUserId());
    }

    private <T extends @Nullable Object> T unchecked(Callable<T> call) {
        return getCommandContext().runWithoutAuthorization(call);
    }
}
