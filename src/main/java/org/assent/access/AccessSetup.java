package org.assent.access;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.organisation.OrganisationsImported;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yaml.snakeyaml.Yaml;

/** Brings groups, tenants, grants, the people of offices and the filter "My tasks" in line with access.yaml at start, as a difference. */
@Component
class AccessSetup implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(AccessSetup.class);
    private static final String MY_TASKS = "My tasks";
    private final ProcessEngine engine;
    private final Tenants tenants;
    private final OfficeGroups offices;
    private final AdministratorGroup administrators;
    private final ObjectProvider<DemonstrationUsers> demonstration;
    private final TransactionTemplate transaction;

    AccessSetup(
            ProcessEngine engine,
            Tenants tenants,
            OfficeGroups offices,
            AdministratorGroup administrators,
            ObjectProvider<DemonstrationUsers> demonstration,
            TransactionTemplate transaction) {
        this.engine = engine;
        this.tenants = tenants;
        this.offices = offices;
        this.administrators = administrators;
        this.demonstration = demonstration;
        this.transaction = transaction;
    }

    /** All of it or nothing: whoever is killed in a first start begins anew, and the ledger has one entry instead of hundreds. */
    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> setUp());
    }

    private void setUp() {
        Grants grants = read();
        administrators.ensure();
        grants.groups().forEach(this::group);
        tenants.ensure(grants);
        Map<GrantRow.Key, GrantRow> wanted = WantedRows.of(grants);
        GrantRow everybody = GrantRow.toEverybody(Resources.FILTER, myTasks(), Permissions.READ);
        wanted.put(everybody.key(), everybody);
        bringInLine(wanted);
        demonstration.ifAvailable(DemonstrationUsers::ensure);
        offices.ensure();
    }

    /** A new ministry is a tenant at once, and its people have their groups. */
    @EventListener
    void hear(OrganisationsImported event) {
        tenants.ensure(read());
        offices.ensure();
    }

    static Grants read() {
        try (var yaml = new ClassPathResource("access.yaml").getInputStream()) {
            Object tree = new Yaml().load(yaml);
            return JsonMapper.builder().build().convertValue(tree, Grants.class);
        } catch (IOException e) {
            throw new IllegalStateException("access.yaml cannot be read", e);
        }
    }

    private void group(String id, Grants.GroupGrants grants) {
        var identity = engine.getIdentityService();
        if (identity.createGroupQuery().groupId(id).count() == 0) {
            var group = identity.newGroup(id);
            group.setName(grants.name());
            group.setType("WORKFLOW");
            identity.saveGroup(group);
        }
        if (grants.lent()) {
            identity.createUserQuery().memberOfGroup(id).list().forEach(user -> {
                identity.deleteMembership(user.getId(), id);
                LOG.info("Access: taken out of {}, which is lent and has no members: one user", id);
            });
        }
    }

    /** Rows that the file does not know go, whoever made them: what counts is what can be read in one place. */
    private void bringInLine(Map<GrantRow.Key, GrantRow> wanted) {
        AuthorizationService rows = engine.getAuthorizationService();
        Map<GrantRow.Key, GrantRow> missing = new LinkedHashMap<>(wanted);
        List<String> changes = new ArrayList<>();
        int kept = 0;
        for (Authorization found : rows.createAuthorizationQuery().list()) {
            GrantRow have = GrantRow.of(found);
            GrantRow want = missing.remove(have.key());
            if (want == null && have.letsOneUserSeeAFilter()) {
                kept++;
            } else if (want == null) {
                rows.deleteAuthorization(found.getId());
                changes.add("taken away: %s (%s)".formatted(have.key(), have.words()));
            } else if (want.permissions() != have.permissions()) {
                want.writeTo(found);
                rows.saveAuthorization(found);
                changes.add("changed: %s (%s, was %s)".formatted(want.key(), want.words(), have.words()));
            }
        }
        // a hundred lines at the first start would tell no more than the file does
        boolean isNew = missing.keySet().stream()
                        .filter(GrantRow.Key::isOfTheFile)
                        .count()
                == wanted.keySet().stream().filter(GrantRow.Key::isOfTheFile).count();
        missing.values().forEach(want -> {
            Authorization row = rows.createNewAuthorization(want.key().type());
            want.writeTo(row);
            rows.saveAuthorization(row);
            changes.add("added: %s (%s)".formatted(want.key(), want.words()));
        });
        if (!isNew) {
            changes.forEach(change -> LOG.info("Access: {}", change));
        }
        LOG.info(
                "Access: {} grants as access.yaml says, {} of them {}, {} for deputies",
                wanted.size(),
                changes.size(),
                isNew ? "new" : "brought in line",
                kept);
    }

    /** One filter for everybody: what I have, and what I may take. Its expressions are the only ones there are. */
    private String myTasks() {
        var filters = engine.getFilterService();
        var there = filters.createFilterQuery().filterName(MY_TASKS).list();
        if (!there.isEmpty()) {
            return there.get(0).getId();
        }
        var filter = filters.newTaskFilter(MY_TASKS);
        filter.setQuery(engine.getTaskService()
                .createTaskQuery()
                .or()
                .taskAssigneeExpression("${currentUser()}")
                .taskCandidateUserExpression("${currentUser()}")
                .endOr());
        filter.setProperties(Map.of(
                "description",
                "Tasks that are mine, or that I may take",
                "priority",
                -10,
                "color",
                "#1f4e79",
                "refresh",
                true,
                // which case a task belongs to; the engine shows it to those who may read the case
                "variables",
                List.of(
                        Map.of("name", "agreementKey", "label", "Agreement"),
                        Map.of("name", "projectCode", "label", "Project")),
                "showUndefinedVariable",
                false));
        return filters.saveFilter(filter).getId();
    }
}
