package org.assent.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assent.agreement.AgreementFacts;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What all acts on the performance agreements share: the year, the ten offices, who plays, what is expected of each. */
@Component
@Profile("rehearsal")
class AgreementYear {

    static final FiscalYear YEAR = FiscalYear.of("2023-24");
    /** The office to which most of what can happen happens. */
    static final String INDUSTRIES = "industries";
    /** Sends no report of the first quarter. */
    static final String SILENT = "housing";

    private static final int OFFICES = 10;

    private final Stage stage;
    private final OrganisationRegister offices;
    private final DocumentRegister documents;
    private final Map<String, Map<String, Reached>> counted = new LinkedHashMap<>();

    AgreementYear(Stage stage, OrganisationRegister offices, DocumentRegister documents) {
        this.stage = stage;
        this.offices = offices;
        this.documents = documents;
    }

    /** By code. */
    List<String> ministries() {
        List<String> ministries =
                offices.ministries().stream().map(OrganisationFacts::code).toList();
        Stage.demand(ministries.size() == OFFICES, "There are not ten ministries and divisions.");
        return ministries;
    }

    List<String> others() {
        return ministries().stream()
                .filter(office -> !office.equals(INDUSTRIES))
                .toList();
    }

    static String key(String office) {
        return AgreementFacts.key(office, YEAR);
    }

    String name(String office) {
        return offices.organisation(office).name();
    }

    void on(LocalDate day) {
        stage.inDhaka(day, "10:00");
    }

    Official team(String office) {
        return stage.user(office + "-apa");
    }

    Official head(String office) {
        return stage.user(office + "-head");
    }

    Official reviewer() {
        return stage.user("cabinet-reviewer");
    }

    Official secondReviewer() {
        return stage.user("cabinet-reviewer-2");
    }

    Official secretary() {
        return stage.user("cabinet-secretary");
    }

    /** Those of the signed version, by which is reported and evaluated. */
    List<IndicatorFacts> indicators(String office) {
        return documents
                .inForce(key(office))
                .orElseThrow(() -> new NotPossible("The agreement of " + name(office) + " is not in force."))
                .indicators();
    }

    /** What the office reaches in the year, by the indicators' numbers. */
    Map<String, Performance> performance(String office) {
        int place = ministries().indexOf(office);
        List<IndicatorFacts> indicators = indicators(office);
        Map<String, Performance> year = new LinkedHashMap<>();
        for (int line = 0; line < indicators.size(); line++) {
            year.put(
                    indicators.get(line).id(),
                    Performance.of(indicators.get(line), place, line, office.equals(SILENT)));
        }
        return year;
    }

    Map<String, IndicatorFacts> byNumber(String office) {
        return indicators(office).stream().collect(Collectors.toMap(IndicatorFacts::id, indicator -> indicator));
    }

    /** What belongs to a line of a form. */
    static <T> T of(Map<String, T> lines, String number) {
        T line = lines.get(number);
        if (line == null) {
            throw new NotPossible("The agreement has no indicator " + number + ".");
        }
        return line;
    }

    /** The rehearsal's own account of the figures that count. */
    void counts(String office, Map<String, Reached> figures) {
        counted.put(office, Map.copyOf(figures));
    }

    Map<String, Reached> counted(String office) {
        return counted.getOrDefault(office, Map.of());
    }

    /** A figure as it was written, its value (of a date its day's number), and whether its evidence was accepted. */
    record Reached(String text, BigDecimal value, boolean proven) {}
}
