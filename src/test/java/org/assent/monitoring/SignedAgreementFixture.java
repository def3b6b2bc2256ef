package org.assent.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.drafting.Content;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.scheme.SchemeFacts;
import org.assent.scheme.SchemeRegister;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Agreements in force for tests that do not walk drafting, review and signing: straight into the tables. Public: the
 * tests of evaluation and the pages use it.
 */
@Component
@Transactional
public class SignedAgreementFixture {

    private final JdbcTemplate jdbc;
    private final SchemeRegister schemes;
    private final OrganisationRegister organisations;

    SignedAgreementFixture(JdbcTemplate jdbc, SchemeRegister schemes, OrganisationRegister organisations) {
        this.jdbc = jdbc;
        this.schemes = schemes;
        this.organisations = organisations;
    }

    /**
     * An agreement whose objectives of its own bring what the scheme asks for: a sum (1.1.1), a date (1.1.2) and the
     * average of percentages (2.1.1); returns its key.
     */
    public String inForce(String organisation, String fiscalYear) {
        FiscalYear year = FiscalYear.of(fiscalYear);
        OfficeLevel level = organisations.organisation(organisation).level();
        SchemeFacts scheme = schemes.schemeFor(year, level);
        String key = organisation + "/" + fiscalYear;
        long id = 1_000_000 + jdbc.queryForObject("select count(*) from agreement", Long.class);
        jdbc.update(
                "insert into agreement (id, agreement_key, organisation, fiscal_year, office_level, scheme_code,"
                        + " scheme_version, state, returned, opened_by, opened_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 'IN_FORCE', false, 'cabinet-reviewer', ?, 0)",
                id,
                key,
                organisation,
                fiscalYear,
                level.name(),
                scheme.code(),
                scheme.version(),
                Timestamp.from(year.begins()));
        calendar(year)
                .forEach((step, day) -> jdbc.update(
                        "insert into agreement_dates (agreement_id, step, due_on) values (?, ?, ?)", id, step, day));
        int own = scheme.level(level).objectiveMarks().intValueExact();
        version(key, 1, "SIGNED", year, level, scheme, content(own, "Old-age allowance paid"));
        return key;
    }

    /** A revision comes into force that renames 1.1.1, drops 1.1.2 and brings 1.1.3 in its place. */
    public void revised(String key) {
        jdbc.update("update document_version set state = 'SUPERSEDED' where agreement_key = ?", key);
        FiscalYear year = FiscalYear.of(key.split("/")[1]);
        OfficeLevel level = organisations.organisation(key.split("/")[0]).level();
        SchemeFacts scheme = schemes.schemeFor(year, level);
        int own = scheme.level(level).objectiveMarks().intValueExact();
        version(key, 2, "SIGNED", year, level, scheme, revisedContent(own));
    }

    private static Map<String, LocalDate> calendar(FiscalYear year) {
        LocalDate begins = year.start();
        LocalDate ends = year.end();
        Map<String, LocalDate> dates = new LinkedHashMap<>();
        dates.put("revisionUntil", LocalDate.of(begins.getYear(), 9, 30));
        dates.put("q1Due", LocalDate.of(begins.getYear(), 10, 15));
        dates.put("q2Due", LocalDate.of(ends.getYear(), 1, 15));
        dates.put("halfYearDue", LocalDate.of(ends.getYear(), 1, 30));
        dates.put("q3Due", LocalDate.of(ends.getYear(), 4, 15));
        dates.put("annualReportDue", LocalDate.of(ends.getYear(), 7, 15));
        dates.put("evaluationDue", LocalDate.of(ends.getYear(), 8, 20));
        dates.put("publicationDue", LocalDate.of(ends.getYear(), 8, 30));
        return dates;
    }

    private void version(
            String key,
            int number,
            String state,
            FiscalYear year,
            OfficeLevel level,
            SchemeFacts scheme,
            Content content) {
        Instant at = year.begins();
        jdbc.update(
                "insert into document_version (id, agreement_key, number, state, revision, reason, scheme_code,"
                        + " scheme_version, fiscal_year, office_level, content, sha256, submitted_by, approved_by,"
                        + " submitted_at, version) values (?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?, 'a-team', 'a-head', ?, 0)",
                1_000_000 + jdbc.queryForObject("select count(*) from document_version", Long.class),
                key,
                number,
                state,
                number > 1,
                scheme.code(),
                scheme.version(),
                year.toString(),
                level.name(),
                json(content),
                "0".repeat(64),
                Timestamp.from(at));
    }

    private static Content content(int marks, String first) {
        int second = marks * 2 / 5;
        return content(List.of(
                objective(
                        "o-one",
                        marks - second,
                        number("i-sum", first, "lakh people", marks - second - 10, "SUM", "30", "29", "28", "27", "26"),
                        date("i-date", "Allowance rules issued by", 10)),
                objective("o-two", second, percent("i-average", "Applications answered in time", second))));
    }

    private static Content revisedContent(int marks) {
        int second = marks * 2 / 5;
        return content(List.of(
                objective(
                        "o-one",
                        marks - second,
                        number(
                                "i-sum",
                                "Allowance paid by phone",
                                "lakh people",
                                marks - second - 10,
                                "SUM",
                                "40",
                                "38",
                                "36",
                                "34",
                                "32"),
                        number("i-new", "Offices inspected", "number", 10, "LATEST", "12", "10", "8", "6", "4")),
                objective("o-two", second, percent("i-average", "Applications answered in time", second))));
    }

    private static Content content(List<Content.Objective> objectives) {
        return new Content(
                "",
                "",
                "",
                "",
                "",
                "A vision",
                "A mission",
                List.of("A function"),
                List.of(),
                objectives,
                List.of(),
                List.of());
    }

    private static Content.Objective objective(String key, int weight, Content.Indicator... indicators) {
        return new Content.Objective(
                key,
                "Objective " + key,
                Integer.toString(weight),
                List.of(new Content.Activity(key + "-a", "Activity of " + key, List.of(indicators))));
    }

    private static Content.Indicator number(
            String key, String name, String unit, int weight, String accumulation, String... ladder) {
        return indicator(key, name, unit, weight, "NUMBER", accumulation, List.of(ladder));
    }

    private static Content.Indicator date(String key, String name, int weight) {
        return indicator(key, name, "date", weight, "DATE", "LATEST", List.of("16 Jan", "31 Jan", "", "", ""));
    }

    private static Content.Indicator percent(String key, String name, int weight) {
        return indicator(key, name, "%", weight, "PERCENT", "AVERAGE", List.of("90", "80", "70", "60", "50"));
    }

    private static Content.Indicator indicator(
            String key, String name, String unit, int weight, String kind, String accumulation, List<String> ladder) {
        return new Content.Indicator(
                key,
                name,
                unit,
                Integer.toString(weight),
                kind,
                "",
                accumulation,
                "INTERPOLATE",
                "",
                "",
                ladder,
                "",
                "",
                "Register of the year",
                "By count",
                "Branch 1",
                "1290101",
                "Plan",
                "");
    }

    private static String json(Content content) {
        try {
            return new ObjectMapper().writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
