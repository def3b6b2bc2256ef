package org.assent.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assent.engine.HousePasswords;
import org.assent.organisation.FirstOffices;
import org.assent.organisation.OrganisationRegister;
import org.assent.project.ProjectRegister;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The people of the demonstration, all with the password “demo”. Never in production. */
@Component
@Profile("!prod")
class DemonstrationUsers {

    private static final String PASSWORD = "demo";
    /** A department and a field office, so that an agreement can be cascaded. */
    private static final List<String> LOWER_OFFICES = List.of("bsti", "bsti-chattogram");

    private final IdentityService identity;
    private final ProjectRegister projects;

    private final OrganisationRegister organisations;
    private final FirstOffices offices;

    DemonstrationUsers(
            IdentityService identity,
            ProjectRegister projects,
            OrganisationRegister organisations,
            FirstOffices offices) {
        this.identity = identity;
        this.projects = projects;
        this.organisations = organisations;
        this.offices = offices;
    }

    void ensure() {
        user("programme-officer", "Programme", "Officer", null, "programme-officers");
        user("programme-officer-2", "Second", "Programme Officer", null, "programme-officers");
        user("secretary-general", "The", "Secretary-General", null, "secretary-general");
        user("accounts", "Accounts", "Officer", null, "accounts");
        user("auditor", "Demonstration", "Auditor", null, "auditors");
        user("process-owner", "Process", "Owner", null, "process-owners");
        user("account-admin", "Accounts", "Administrator", null, "account-administrators");
        user("admin", "Desk", "Administrator", null, "camunda-admin");
        projects.economies().stream().filter(economy -> economy.active()).forEach(economy -> {
            String id = "npo-" + economy.iso2().toLowerCase(Locale.ROOT);
            user(id, "Liaison Officer", economy.name(), economy.iso2(), "npo-liaison", "host");
            user(id + "-head", "Head of NPO", economy.name(), economy.iso2(), "npo-heads", "host");
        });
        user("cabinet-reviewer", "Reviewer", "Cabinet Division", null, "cabinet-reviewers");
        user("cabinet-reviewer-2", "Second Reviewer", "Cabinet Division", null, "cabinet-reviewers");
        user("cabinet-secretary", "The", "Cabinet Secretary", null, "cabinet-secretary");
        user("technical-committee", "Technical", "Committee", null, "technical-committee");
        user("national-committee", "National", "Committee", null, "national-committee");
        offices();
    }

    /** Their groups and tenants come from the tree of offices, as those of real officials do. */
    private void offices() {
        try (var csv = new ClassPathResource("organisations/demonstration.csv").getInputStream()) {
            offices.take(csv.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Stream.concat(
                        organisations.ministries().stream(),
                        LOWER_OFFICES.stream().flatMap(code -> organisations.find(code).stream()))
                .forEach(office -> {
                    user(office.code() + "-apa", "APA Focal Point", office.name(), null);
                    user(office.code() + "-head", office.headTitle(), office.name(), null);
                });
    }

    private void user(String id, String first, String last, @Nullable String tenant, String... groups) {
        if (identity.createUserQuery().userId(id).count() > 0) {
            return;
        }
        var user = identity.newUser(id);
        user.setFirstName(first);
        user.setLastName(last);
        user.setPassword(PASSWORD);
        HousePasswords.saveWithAnyPassword(identity, user);
        List.of(groups).forEach(group -> identity.createMembership(id, group));
        if (tenant != null) {
            identity.createTenantUserMembership(tenant, id);
        }
    }
}
