package org.assent.organisation;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.OfficeTenants;
import org.assent.engine.Refusal;
import org.assent.scheme.OfficeLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from the table. */
@Component
@Transactional(readOnly = true)
class StoredOrganisations implements OrganisationRegister, OfficeTenants {

    private static final Pattern OFFICE_GROUP = Pattern.compile("(.+)-(?:apa-team|heads)");

    private final Organisations organisations;

    StoredOrganisations(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public Optional<OrganisationFacts> find(String code) {
        return organisations.findByCode(code).map(Organisation::facts);
    }

    @Override
    public OrganisationFacts organisation(String code) {
        return find(code).orElseThrow(() -> new Refusal("There is no office with the code given."));
    }

    @Override
    public List<OrganisationFacts> all() {
        return facts(organisations.findAllByOrderByCode());
    }

    @Override
    public List<OrganisationFacts> children(String code) {
        return facts(organisations.findByParentOrderByCode(code));
    }

    @Override
    public List<OrganisationFacts> ministries() {
        return facts(organisations.findByLevelOrderByCode(OfficeLevel.MINISTRY));
    }

    @Override
    public List<OrganisationFacts> withTenant() {
        return facts(organisations.findTenants());
    }

    @Override
    public List<OrganisationFacts> ofGroups(Collection<String> groups) {
        List<String> codes = groups.stream()
                .map(OFFICE_GROUP::matcher)
                .filter(Matcher::matches)
                .map(group -> group.group(1))
                .distinct()
                .toList();
        return codes.isEmpty() ? List.of() : facts(organisations.findByCodeInOrderByCode(codes));
    }

    @Override
    public Set<String> addressesAmong(Collection<String> addresses) {
        if (addresses.isEmpty()) {
            return Set.of();
        }
        Set<String> found = new HashSet<>(organisations.findTeamAddresses(addresses));
        found.addAll(organisations.findHeadAddresses(addresses));
        return found;
    }

    @Override
    public String tenant(String code) {
        return organisation(code).ministry();
    }

    @Override
    public Optional<String> tenantOf(String organisation) {
        return find(organisation).map(OrganisationFacts::ministry);
    }

    @Override
    public boolean isOfTeam(String user, String code) {
        return find(code).filter(office -> office.apaTeam().contains(user)).isPresent();
    }

    @Override
    public boolean isHead(String user, String code) {
        return find(code).filter(office -> user.equals(office.head())).isPresent();
    }

    private static List<OrganisationFacts> facts(List<Organisation> offices) {
        return offices.stream().map(Organisation::facts).toList();
    }
}
