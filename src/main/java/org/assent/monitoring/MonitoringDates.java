package org.assent.monitoring;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.Schedule;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Component;

/** When the process of monitoring wakes up by itself: the agreement's calendar, and two rules where it is silent. */
@Component
class MonitoringDates implements Schedule {

    private final AgreementRegister agreements;

    MonitoringDates(AgreementRegister agreements) {
        this.agreements = agreements;
    }

    LocalDate reportDueOn(String key, int quarter) {
        return agreements.agreement(key).date("q" + quarter + "Due");
    }

    /** A report is taken until the end of the month after its due date, unless the calendar has a day of its own. */
    LocalDate reportClosesOn(String key, int quarter) {
        AgreementFacts agreement = agreements.agreement(key);
        return agreement
                .dates()
                .getOrDefault(
                        "q" + quarter + "Closes",
                        YearMonth.from(agreement.date("q" + quarter + "Due"))
                                .plusMonths(1)
                                .atEndOfMonth());
    }

    LocalDate halfYearDueOn(String key) {
        return agreements.agreement(key).date("halfYearDue");
    }

    Map<String, Date> ofQuarter(String key, int quarter) {
        FiscalYear year = agreements.agreement(key).fiscalYear();
        return Map.of(
                MonitoringProcess.QUARTER_ENDS_AT.name(), endOf(year.quarterEnd(quarter)),
                MonitoringProcess.REPORT_DUE_AT.name(), endOf(reportDueOn(key, quarter)),
                MonitoringProcess.REPORT_CLOSES_AT.name(), endOf(reportClosesOn(key, quarter)));
    }

    /** Feedback on the first half helps only while the year lasts, so it closes with it. */
    Map<String, Date> ofHalfYear(String key) {
        FiscalYear year = agreements.agreement(key).fiscalYear();
        return Map.of(
                MonitoringProcess.HALF_YEAR_ENDS_AT.name(), endOf(year.quarterEnd(2)),
                MonitoringProcess.HALF_YEAR_DUE_AT.name(), endOf(halfYearDueOn(key)),
                MonitoringProcess.HALF_YEAR_CLOSES_AT.name(), Date.from(year.ends()));
    }

    @Override
    public String process() {
        return MonitoringProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        Map<String, Date> dates = new LinkedHashMap<>(ofHalfYear(businessKey));
        if (variables.get(MonitoringProcess.QUARTER.name()) instanceof Number quarter) {
            dates.putAll(ofQuarter(businessKey, quarter.intValue()));
        }
        return dates;
    }

    /** A day counts to its last moment in Dhaka. */
    private static Date endOf(LocalDate day) {
        return Date.from(FiscalYear.endOf(day));
    }
}
