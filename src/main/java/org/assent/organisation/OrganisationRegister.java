package org.assent.organisation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is known of offices and their people. Public: everything about agreements reads it. */
public interface OrganisationRegister {

    Optional<OrganisationFacts> find(String code);

    /** An office of the tree; refused for any other code. */
    OrganisationFacts organisation(String code);

    /** Every office, by code. There may be 24,000: ask for one or for children where that will do. */
    List<OrganisationFacts> all();

    /** The offices directly under this one, by code. */
    List<OrganisationFacts> children(String code);

    /** The ministries and divisions, by code. */
    List<OrganisationFacts> ministries();

    /** The ministries and the Cabinet Division: each is a tenant, to which the cases of all its offices belong. */
    List<OrganisationFacts> withTenant();

    /** The offices to which these groups belong: a user's groups give the user's offices. */
    List<OrganisationFacts> ofGroups(Collection<String> groups);

    /** Those of these e-mail addresses that are an office's, of its team or of its head. */
    Set<String> addressesAmong(Collection<String> addresses);

    /** The tenant of this office's cases: its ministry's code. */
    String tenant(String code);

    /** Whether the user belongs to the office's APA team. */
    boolean isOfTeam(String user, String code);

    /** Whether the user heads the office. */
    boolean isHead(String user, String code);

    /** The office directly above; the one at the top has nobody above it and answers for itself. */
    default OrganisationFacts above(OrganisationFacts office) {
        String parent = office.parent();
        return parent == null ? office : organisation(parent);
    }
}
