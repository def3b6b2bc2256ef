package org.assent.project;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The member economies as a notification refers to them. */
@Component
class Membership {

    private final Economies economies;

    Membership(Economies economies) {
        this.economies = economies;
    }

    List<String> active() {
        return economies.findByActiveTrueOrderByName().stream()
                .map(Economy::iso2)
                .toList();
    }

    String name(String iso2) {
        return economies.findByIso2(iso2).map(Economy::name).orElse(iso2);
    }

    /** "All members" means the active ones; a host always takes part. */
    List<String> participating(Terms terms) {
        Stream<String> named = terms.allMembers()
                ? active().stream()
                : Stream.concat(terms.hosts().stream(), terms.economies().stream());
        return named.distinct().sorted().toList();
    }

    List<Choice> choices(List<String> codes) {
        return codes.stream()
                .map(code -> new Choice(name(code), code))
                .sorted(java.util.Comparator.comparing(Choice::label))
                .toList();
    }

    /** One choice of a form's list. */
    record Choice(String label, String value) {}
}
