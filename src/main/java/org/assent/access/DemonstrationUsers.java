package org.assent.access;

import java.util.List;
import java.util.Locale;
import org.assent.project.ProjectRegister;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demonstration, all with the password “demo”. Never in production. */
@Component
@Profile("!prod")
class DemonstrationUsers {

    private static final String PASSWORD = "demo";

    private final IdentityService identity;
    private final ProjectRegister projects;

    DemonstrationUsers(IdentityService identity, ProjectRegister projects) {
        this.identity = identity;
        this.projects = projects;
    }

    void ensure() {
        user("programme-officer", "Programme", "Officer", null, "programme-officers");
        user("programme-officer-2", "Second", "Programme Officer", null, "programme-officers");
        user("secretary-general", "The", "Secretary-General", null, "secretary-general");
        user("accounts", "Accounts", "Officer", null, "accounts");
        user("auditor", "Demonstration", "Auditor", null, "auditors");
        user("process-owner", "Process", "Owner", null, "process-owners");
        user("admin", "Desk", "Administrator", null, "camunda-admin");
        projects.economies().stream().filter(economy -> economy.active()).forEach(economy -> {
            String id = "npo-" + economy.iso2().toLowerCase(Locale.ROOT);
            user(id, "Liaison Officer", economy.name(), economy.iso2(), "npo-liaison", "host");
            user(id + "-head", "Head of NPO", economy.name(), economy.iso2(), "npo-heads", "host");
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
        identity.saveUser(user);
        List.of(groups).forEach(group -> identity.createMembership(id, group));
        if (tenant != null) {
            identity.createTenantUserMembership(tenant, id);
        }
    }
}
