package org.assent.webapp;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Caller;
import org.assent.project.ProjectFacts;

/** Who looks, and what is theirs to see. */
record Viewer(Caller caller) {

    private static final List<String> SECRETARIAT =
            List.of("programme-officers", "secretary-general", "accounts", "auditors", "camunda-admin");
    /** Accounts settle arrangements; candidates are not their business. */
    private static final List<String> PEOPLE =
            List.of("programme-officers", "secretary-general", "auditors", "camunda-admin");

    boolean is(String group) {
        return caller.groups().contains(group);
    }

    /** Works for the Secretariat, for which all economies' cases are open. */
    boolean isSecretariat() {
        return SECRETARIAT.stream().anyMatch(this::is);
    }

    /** May read who was nominated, by whichever economy. */
    boolean readsPeople() {
        return PEOPLE.stream().anyMatch(this::is);
    }

    /** The economy whose NPO the viewer belongs to. */
    Optional<String> economy() {
        return isSecretariat() ? Optional.empty() : caller.tenants().stream().findFirst();
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
