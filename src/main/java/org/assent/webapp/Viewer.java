package org.assent.webapp;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.assent.engine.Caller;
import org.assent.project.ProjectFacts;
import org.jspecify.annotations.Nullable;

/** Who looks, and what is theirs to see. */
record Viewer(Caller caller) {

    private static final Pattern ISO2 = Pattern.compile("[A-Z]{2}");
    private static final List<String> SECRETARIAT =
            List.of("programme-officers", "secretary-general", "accounts", "auditors", "camunda-admin");
    /** Accounts settle arrangements, administrators operate the desk; candidates are not their business. */
    private static final List<String> PEOPLE = List.of("programme-officers", "secretary-general", "auditors");

    private static final List<String> AGREEMENTS = List.of(
            "cabinet-reviewers",
            "cabinet-secretary",
            "technical-committee",
            "national-committee",
            "auditors",
            "camunda-admin");

    boolean is(String group) {
        return caller.groups().contains(group);
    }

    /** Works for the Secretariat, for which all economies' cases are open. */
    boolean isSecretariat() {
        return SECRETARIAT.stream().anyMatch(this::is);
    }

    /** May read who was nominated, by whichever economy. */
    boolean readsPeople() {
        // an administrator could put himself into any of these
        return PEOPLE.stream().anyMatch(this::is) && !is("camunda-admin");
    }

    /** May read the agreement of every ministry; others read those of their own. */
    boolean readsAllAgreements() {
        return AGREEMENTS.stream().anyMatch(this::is);
    }

    /** Drafts, reviews, signs, evaluates or reads agreements, of whichever office. */
    boolean takesPartInAgreements() {
        return is("apa-teams") || is("office-heads") || readsAllAgreements();
    }

    /** @param tenant an economy, a ministry, or none: a project's own case, which all its NPOs know of */
    boolean mayReadCasesOf(@Nullable String tenant) {
        if (tenant == null) {
            return isSecretariat() || economy().isPresent();
        }
        return caller.actsFor(tenant) || (ISO2.matcher(tenant).matches() ? isSecretariat() : readsAllAgreements());
    }

    /** The economy whose NPO the viewer belongs to; other tenants are ministries, and those have nothing to do with it. */
    Optional<String> economy() {
        return isSecretariat()
                ? Optional.empty()
                : caller.tenants().stream()
                        .filter(tenant -> ISO2.matcher(tenant).matches())
                        .findFirst();
    }

    boolean isOf(String economy) {
        return economy().filter(economy::equals).isPresent();
    }

    boolean isHostOf(ProjectFacts project) {
        return is("host") && project.hosts().stream().anyMatch(this::isOf);
    }

    boolean maySee(ProjectFacts project) {
        return isSecretariat() || project.economies().stream().anyMatch(this::isOf);
    }
}
