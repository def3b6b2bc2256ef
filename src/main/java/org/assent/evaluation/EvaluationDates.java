package org.assent.evaluation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.Schedule;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Component;

/** When the process of evaluation wakes up by itself: the agreement's calendar, and a rule where it is silent. */
@Component
class EvaluationDates implements Schedule {

    private static final int DAYS_OF_GRACE = 15;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final AgreementRegister agreements;

    EvaluationDates(AgreementRegister agreements) {
        this.agreements = agreements;
    }

    LocalDate annualReportDueOn(String key) {
        return agreements.agreement(key).date("annualReportDue");
    }

    /** Fifteen days after its due date, so that the evaluator has time left; unless the calendar has a day of its own. */
    LocalDate annualReportClosesOn(String key) {
        AgreementFacts agreement = agreements.agreement(key);
        return agreement
                .dates()
                .getOrDefault(
                        "annualReportCloses", agreement.date("annualReportDue").plusDays(DAYS_OF_GRACE));
    }

    Map<String, Date> of(String key) {
        AgreementFacts agreement = agreements.agreement(key);
        return Map.of(
                EvaluationProcess.YEAR_ENDS_AT.name(),
                        Date.from(agreement.fiscalYear().ends()),
                EvaluationProcess.ANNUAL_REPORT_DUE_AT.name(), endOf(annualReportDueOn(key)),
                EvaluationProcess.ANNUAL_REPORT_CLOSES_AT.name(), endOf(annualReportClosesOn(key)),
                EvaluationProcess.EVALUATION_DUE_AT.name(), endOf(agreement.date("evaluationDue")),
                EvaluationProcess.PUBLICATION_AT.name(),
                        Date.from(agreement
                                .date("publicationDue")
                                .atTime(MORNING)
                                .atZone(FiscalYear.DHAKA)
                                .toInstant()));
    }

    @Override
    public String process() {
        return EvaluationProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return of(businessKey);
    }

    /** A day counts to its last moment in Dhaka. */
    private static Date endOf(LocalDate day) {
        return Date.from(FiscalYear.endOf(day));
    }
}
