package org.assent.webapp;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.assent.history.CaseTime;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what stands in the form, or in a link, into a search: names of economies, offices and people become codes. */
@Component
class HistoryQuestion {

    private static final int MOST_OFFICES = 50;

    private final ProjectRegister projects;
    private final OrganisationRegister organisations;
    private final HistoryQueries cases;
    private final OfficialNames names;

    HistoryQuestion(
            ProjectRegister projects, OrganisationRegister organisations, HistoryQueries cases, OfficialNames names) {
        this.projects = projects;
        this.organisations = organisations;
        this.cases = cases;
        this.names = names;
    }

    HistorySearch of(Fields fields) {
        String house = fields.text("house");
        List<String> tenants = house.isEmpty() ? List.of() : tenants(house);
        List<String> offices = house.isEmpty() ? List.of() : offices(house);
        String process = fields.text("process");
        String ids = fields.text("ids");
        return new HistorySearch(
                fields.text("key"),
                process,
                // nobody is called so: nothing is found, and not everything
                house.isEmpty() || !tenants.isEmpty() || !offices.isEmpty() ? tenants : List.of(house),
                offices,
                people(fields.text("person")),
                day(fields.text("from"), process, 0),
                day(fields.text("until"), process, 1),
                fields.text("outcome"),
                fields.text("step"),
                fields.text("variable"),
                fields.text("value"),
                fields.text("text"),
                fields.text("text").isEmpty() ? List.of() : tenants(fields.text("text")),
                null,
                ids.isEmpty() ? null : List.of(ids.split(",")),
                fields.text("sort"),
                !fields.text("dir").equals("asc"));
    }

    /** What to note of it: where somebody may have typed a person's name, only that there was something. */
    String noted(Fields fields, HistorySearch search) {
        List<String> asked = new ArrayList<>();
        // the key of a case has a figure in it, a name has none
        asked.add(search.key().matches("(?=.*\\d)[\\w/-]+") ? "key " + search.key() : typed("key", search.key()));
        Map.of(
                        "process", search.process(),
                        "outcome", search.outcome(),
                        "step", search.step(),
                        "variable", search.variable(),
                        "from", day(search.from()),
                        "until", day(search.until()))
                .forEach((name, value) -> asked.add(value.matches("[\\w:.-]+") ? name + " " + value : ""));
        boolean isHouse = !search.offices().isEmpty()
                || !search.tenants().isEmpty() && !search.tenants().equals(List.of(fields.text("house")));
        asked.add(
                isHouse
                                || search.tenants().stream()
                                        .anyMatch(tenant -> tenants(tenant).contains(tenant))
                        ? "economy or office " + String.join(" ", search.tenants())
                        : typed("economy or office", fields.text("house")));
        asked.add(typed("person", fields.text("person")));
        asked.add(typed("value", search.value()));
        asked.add(typed("text", search.text()));
        if (search.ids() != null) {
            asked.add(search.ids().size() + " selected cases");
        }
        asked.removeIf(String::isEmpty);
        return asked.isEmpty() ? "all cases" : String.join(", ", asked);
    }

    private static String typed(String field, String text) {
        return text.isEmpty() ? "" : field + " (" + text.length() + " characters)";
    }

    private static String day(@Nullable Instant moment) {
        return moment == null ? "" : moment.toString();
    }

    List<String> houses() {
        List<String> all = new ArrayList<>(
                projects.economies().stream().map(EconomyFacts::name).sorted().toList());
        organisations.withTenant().stream()
                .map(OrganisationFacts::name)
                .sorted()
                .forEach(all::add);
        return all;
    }

    /** What tenants are called, each asked for once. */
    UnaryOperator<String> houseNames() {
        Map<String, String> known = new HashMap<>(Map.of("", ""));
        projects.economies().forEach(economy -> known.put(economy.iso2(), economy.name()));
        return tenant -> known.computeIfAbsent(
                tenant,
                code -> organisations.find(code).map(OrganisationFacts::name).orElse(code));
    }

    private List<String> tenants(String typed) {
        List<String> tenants = new ArrayList<>(projects.economies().stream()
                .filter(economy -> isCalled(typed, economy.iso2(), economy.name()))
                .map(EconomyFacts::iso2)
                .toList());
        organisations.withTenant().stream()
                .filter(office -> isCalled(typed, office.code(), office.name()))
                .map(OrganisationFacts::code)
                .forEach(tenants::add);
        return tenants;
    }

    private List<String> offices(String typed) {
        return organisations.all().stream()
                .filter(office -> isCalled(typed, office.code(), office.name()))
                .map(OrganisationFacts::code)
                .limit(MOST_OFFICES)
                .toList();
    }

    private List<String> people(String typed) {
        if (typed.isEmpty()) {
            return List.of();
        }
        List<String> found = names.of(cases.people()).entrySet().stream()
                .filter(one -> isCalled(typed, one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        return found.isEmpty() ? List.of(typed) : found;
    }

    private static boolean isCalled(String typed, String code, String name) {
        String word = typed.toLowerCase(Locale.ROOT);
        return code.toLowerCase(Locale.ROOT).equals(word)
                || word.length() > 2 && name.toLowerCase(Locale.ROOT).contains(word);
    }

    /** Days are those of the process's home, Tokyo where no process is chosen. */
    private static @Nullable Instant day(String typed, String process, int later) {
        try {
            return typed.isEmpty()
                    ? null
                    : LocalDate.parse(typed)
                            .plusDays(later)
                            .atStartOfDay(CaseTime.of(process).zone())
                            .toInstant();
        } catch (DateTimeException e) {
            throw new Refusal("Please give days as year, month, day: 2022-08-24.");
        }
    }
}
