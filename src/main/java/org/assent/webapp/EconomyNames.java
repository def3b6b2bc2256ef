package org.assent.webapp;

import java.util.Map;
import java.util.stream.Collectors;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;

/** Economies by their APO names. */
@Component
class EconomyNames {

    private final ProjectRegister projects;

    EconomyNames(ProjectRegister projects) {
        this.projects = projects;
    }

    /** All of them by their codes, for whoever needs more than one. */
    Map<String, String> all() {
        return projects.economies().stream().collect(Collectors.toMap(EconomyFacts::iso2, EconomyFacts::name));
    }

    /** Empty for none. */
    String of(String iso2) {
        return projects.economies().stream()
                .filter(economy -> economy.iso2().equals(iso2))
                .map(EconomyFacts::name)
                .findFirst()
                .orElse(iso2);
    }
}
