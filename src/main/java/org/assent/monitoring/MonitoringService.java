package org.assent.monitoring;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assent.agreement.AgreementRegister;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is reported during the year. */
@Service
@Transactional
class MonitoringService {

    static final List<Integer> QUARTERS = List.of(1, 2, 3);

    private final QuarterlyReports reports;
    private final ReportedFigures figures;
    private final HalfYearEvaluations halfYears;
    private final HalfYearVerdicts verdicts;
    private final MonitoringDates dates;
    private final MonitoringRegister monitoring;
    private final AgreementRegister agreements;
    private final DocumentRegister documents;
    private final OrganisationRegister organisations;
    private final Clock clock;

    MonitoringService(
            QuarterlyReports reports,
            ReportedFigures figures,
            HalfYearEvaluations halfYears,
            HalfYearVerdicts verdicts,
            MonitoringDates dates,
            MonitoringRegister monitoring,
            AgreementRegister agreements,
            DocumentRegister documents,
            OrganisationRegister organisations,
            Clock clock) {
        this.reports = reports;
        this.figures = figures;
        this.halfYears = halfYears;
        this.verdicts = verdicts;
        this.dates = dates;
        this.monitoring = monitoring;
        this.agreements = agreements;
        this.documents = documents;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** The quarters to report; the fourth is part of the annual report. */
    List<Integer> open(String key) {
        halfYears.save(new HalfYearEvaluation(key, dates.halfYearDueOn(key)));
        return QUARTERS;
    }

    void openQuarter(String key, int quarter) {
        reports.save(
                new QuarterlyReport(key, quarter, dates.reportDueOn(key, quarter), dates.reportClosesOn(key, quarter)));
    }

    /** By the indicators in force now: a revision changes later reports only. */
    void report(String key, int quarter, List<FigureRow> rows, @Nullable String remark, String by) {
        VersionFacts document = inForce(key);
        QuarterlyReport report = report(key, quarter);
        report.report(document.number(), remark, by, clock.instant());
        if (rows.stream().allMatch(FigureRow::isEmpty) && (remark == null || remark.isBlank())) {
            throw new Refusal("No figure is entered. If there is nothing to report, please say why in the remark.");
        }
        Map<String, FigureRow> byReference = new LinkedHashMap<>();
        rows.forEach(row -> byReference.put(row.reference(), row));
        demandSameIndicators(document, byReference);
        int position = 0;
        for (IndicatorFacts indicator : document.indicators()) {
            FigureRow row = Objects.requireNonNull(byReference.get(indicator.id()));
            position++;
            if (!row.isEmpty()) {
                figures.save(new ReportedFigure(report.id(), position, indicator, row, read(indicator, row.typed())));
            }
        }
    }

    void noteLate(String key, int quarter) {
        report(key, quarter).noteLate(answerable(key), clock.instant());
    }

    void noteMissing(String key, int quarter) {
        report(key, quarter).noteMissing(answerable(key), clock.instant());
    }

    /** Whoever reported does not judge the report. */
    void evaluateHalfYear(String key, List<VerdictRow> rows, String feedback, String by) {
        if (reports.findByAgreementKeyOrderByQuarter(key).stream().anyMatch(report -> by.equals(report.reportedBy()))) {
            throw new Refusal("You sent one of these reports yourself; somebody else evaluates the half-year.");
        }
        VersionFacts document = inForce(key);
        HalfYearEvaluation evaluation = halfYears.findByAgreementKey(key).orElseThrow();
        evaluation.evaluate(document.number(), feedback, by, clock.instant());
        Map<String, VerdictRow> byReference = new LinkedHashMap<>();
        rows.forEach(row -> byReference.put(row.reference(), row));
        demandSameIndicators(document, byReference);
        HalfYearSheet sheet = new HalfYearSheet(monitoring.quarters(key));
        int position = 0;
        for (IndicatorFacts indicator : document.indicators()) {
            VerdictRow row = Objects.requireNonNull(byReference.get(indicator.id()));
            if (row.verdict() == null) {
                throw new Refusal("Please say where indicator " + indicator.id() + " stands.");
            }
            if (row.verdict().needsRemark() && row.remark().isEmpty()) {
                throw new Refusal("Please tell the office what is missing in indicator " + indicator.id() + ".");
            }
            verdicts.save(new HalfYearVerdict(
                    evaluation.id(), ++position, indicator, sheet.reported(indicator), row.verdict(), row.remark()));
        }
    }

    void noteHalfYearMissing(String key) {
        halfYears.findByAgreementKey(key).orElseThrow().noteMissing(clock.instant());
    }

    private static void demandSameIndicators(VersionFacts document, Map<String, ?> byReference) {
        List<String> asked =
                document.indicators().stream().map(IndicatorFacts::id).toList();
        if (byReference.size() != asked.size() || !byReference.keySet().containsAll(asked)) {
            throw new Refusal("The indicators have changed since you opened this form, because a revision came into"
                    + " force. Please open the task again.");
        }
    }

    /** Read by the indicator's own ladder, so that nothing is reported that could not be scored. */
    private static String read(IndicatorFacts indicator, String typed) {
        if (Figure.missing(typed)) {
            return "";
        }
        try {
            return indicator.ladder().read(typed).toString();
        } catch (Refusal refusal) {
            throw new Refusal("Indicator " + indicator.id() + ": " + refusal.getMessage());
        }
    }

    private VersionFacts inForce(String key) {
        return documents.inForce(key).orElseThrow(() -> new Refusal("This agreement is not in force."));
    }

    private QuarterlyReport report(String key, int quarter) {
        return reports.findByAgreementKeyAndQuarter(key, quarter).orElseThrow();
    }

    private String answerable(String key) {
        OrganisationFacts office =
                organisations.organisation(agreements.agreement(key).organisation());
        String focalPoint = office.focalPoint();
        return focalPoint == null ? office.apaTeamGroup() : focalPoint;
    }
}
