package org.assent.monitoring;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementForms;
import org.assent.agreement.AgreementRegister;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class MonitoringForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final List<String> ORDINALS = List.of("first", "second", "third", "fourth");

    private final AgreementRegister agreements;
    private final DocumentRegister documents;
    private final AgreementForms forms;
    private final MonitoringRegister monitoring;

    MonitoringForms(
            AgreementRegister agreements,
            DocumentRegister documents,
            AgreementForms forms,
            MonitoringRegister monitoring) {
        this.agreements = agreements;
        this.documents = documents;
        this.forms = forms;
        this.monitoring = monitoring;
    }

    @Bean
    TaskPrefill reportQuarterForm() {
        return forms.form("reportQuarter", this::quarter);
    }

    @Bean
    TaskPrefill evaluateHalfYearForm() {
        return forms.form("evaluateHalfYear", this::halfYear);
    }

    private void quarter(OpenTask task, Map<String, Object> values) {
        AgreementFacts agreement = agreements.agreement(task.businessKey());
        int number = task.number(MonitoringProcess.QUARTER.name());
        LocalDate end = agreement.fiscalYear().quarterEnd(number);
        QuarterFacts report = monitoring.quarters(task.businessKey()).stream()
                .filter(one -> one.quarter() == number)
                .findFirst()
                .orElseThrow();
        values.put("quarterName", ORDINALS.get(number - 1));
        values.put("quarterDates", DAY.format(end.plusDays(1).minusMonths(3)) + " to " + DAY.format(end));
        values.put("dueDate", DAY.format(report.dueOn()));
        values.put("closingDate", DAY.format(report.closesOn()));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (IndicatorFacts indicator : indicators(task)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("reference", indicator.id());
            row.put("indicator", described(indicator));
            rows.add(row);
        }
        values.put(MonitoringProcess.FIGURES.name(), rows);
    }

    private void halfYear(OpenTask task, Map<String, Object> values) {
        List<QuarterFacts> quarters = monitoring.quarters(task.businessKey());
        HalfYearSheet sheet = new HalfYearSheet(quarters);
        values.put(
                "dueDate", DAY.format(agreements.agreement(task.businessKey()).date("halfYearDue")));
        values.put("reportsReceived", received(quarters));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (IndicatorFacts indicator : indicators(task)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("reference", indicator.id());
            row.put("indicator", described(indicator));
            row.put("reported", sheet.reported(indicator));
            rows.add(row);
        }
        values.put(MonitoringProcess.VERDICTS.name(), rows);
    }

    private static String received(List<QuarterFacts> quarters) {
        List<String> told = new ArrayList<>();
        for (QuarterFacts quarter : quarters) {
            if (quarter.quarter() <= 2) {
                told.add("the " + ORDINALS.get(quarter.quarter() - 1) + " quarter’s report "
                        + switch (quarter.state()) {
                            case REPORTED -> quarter.late() ? "came late" : "came in time";
                            case MISSING -> "is missing";
                            case AWAITED -> "has not come yet";
                        });
            }
        }
        String all = String.join(", ", told);
        return all.isEmpty() ? all : "T" + all.substring(1);
    }

    /** As much as one needs to know what is asked: the name, the unit and the year's target. */
    private static String described(IndicatorFacts indicator) {
        return indicator.name() + " (" + indicator.unit() + "; target for the year "
                + indicator.ladder().levels().get(0).figure() + ")";
    }

    private List<IndicatorFacts> indicators(OpenTask task) {
        return documents
                .inForce(task.businessKey())
                .map(VersionFacts::indicators)
                .orElse(List.of());
    }
}
