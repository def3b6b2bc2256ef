package org.assent.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assent.engine.Memberships;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectRegister;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.stereotype.Component;

/** A tenant for each economy (ISO2) and each ministry (its code), and the groups that read the cases of many. */
@Component
class Tenants {

    private final IdentityService identity;
    private final ProjectRegister projects;
    private final OrganisationRegister organisations;
    private final Memberships memberships;

    Tenants(
            IdentityService identity,
            ProjectRegister projects,
            OrganisationRegister organisations,
            Memberships memberships) {
        this.identity = identity;
        this.projects = projects;
        this.organisations = organisations;
        this.memberships = memberships;
    }

    /** After the groups are there, and again whenever a ministry may have been added. */
    void ensure(Grants grants) {
        var economies = new TreeMap<String, String>();
        projects.economies().forEach((EconomyFacts economy) -> economies.put(economy.iso2(), economy.name()));
        var ministries = new TreeMap<String, String>();
        organisations
                .withTenant()
                .forEach((OrganisationFacts ministry) -> ministries.put(ministry.code(), ministry.name()));
        memberships.change(() -> {
            Set<String> have = ids(identity.createTenantQuery().list());
            Stream.of(economies, ministries)
                    .flatMap(names -> names.entrySet().stream())
                    .filter(named -> !have.contains(named.getKey()))
                    .forEach(named -> add(named.getKey(), named.getValue()));
            grants.groups().forEach((group, may) -> {
                switch (may.tenants()) {
                    case "economies" -> readers(group, economies.keySet());
                    case "ministries" -> readers(group, ministries.keySet());
                    case "all" -> {
                        Set<String> all = new TreeSet<>(economies.keySet());
                        all.addAll(ministries.keySet());
                        readers(group, all);
                    }
                    case "own" -> {
                        // each member has the tenant of their economy or ministry
                    }
                    default -> throw new IllegalStateException("access.yaml: tenants knows no “" + may.tenants() + "”");
                }
            });
        });
    }

    private void add(String id, String name) {
        Tenant tenant = identity.newTenant(id);
        tenant.setName(name);
        identity.saveTenant(tenant);
    }

    /** A group that no longer reads as widely as it did loses the rest. */
    private void readers(String group, Set<String> wanted) {
        Set<String> have = ids(identity.createTenantQuery().groupMember(group).list());
        wanted.stream()
                .filter(tenant -> !have.contains(tenant))
                .forEach(tenant -> identity.createTenantGroupMembership(tenant, group));
        have.stream()
                .filter(tenant -> !wanted.contains(tenant))
                .forEach(tenant -> identity.deleteTenantGroupMembership(tenant, group));
    }

    private static Set<String> ids(List<Tenant> tenants) {
        Set<String> ids = new HashSet<>();
        tenants.forEach(tenant -> ids.add(tenant.getId()));
        return ids;
    }
}
