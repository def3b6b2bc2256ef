package org.assent.evaluation;

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
import org.assent.monitoring.MonitoringRegister;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes the office's own report of the year. */
@Service
@Transactional
class AnnualReportService {

    private final AgreementEvaluations evaluations;
    private final AnnualReports reports;
    private final AnnualFigures figures;
    private final EvaluationDates dates;
    private final MonitoringRegister monitoring;
    private final AgreementRegister agreements;
    private final DocumentRegister documents;
    private final OrganisationRegister organisations;
    private final Clock clock;

    AnnualReportService(
            AgreementEvaluations evaluations,
            AnnualReports reports,
            AnnualFigures figures,
            EvaluationDates dates,
            MonitoringRegister monitoring,
            AgreementRegister agreements,
            DocumentRegister documents,
            OrganisationRegister organisations,
            Clock clock) {
        this.evaluations = evaluations;
        this.reports = reports;
        this.figures = figures;
        this.dates = dates;
        this.monitoring = monitoring;
        this.agreements = agreements;
        this.documents = documents;
        this.organisations = organisations;
        this.clock = clock;
    }

    void open(String key) {
        evaluations.save(new AgreementEvaluation(
                key, dates.annualReportDueOn(key), dates.annualReportClosesOn(key), clock.instant()));
    }

    /** A ministry's scores pass two committees, an office below it only its superior. */
    boolean needsCommittees(String key) {
        return !agreements.agreement(key).level().isBelowMinistry();
    }

    void report(String key, List<AnnualRow> rows, @Nullable String remark, String by) {
        AgreementEvaluation evaluation = evaluation(key);
        evaluation.demandOpen(clock.instant());
        VersionFacts document = documents.inForce(key).orElseThrow();
        Map<String, AnnualRow> byReference = new LinkedHashMap<>();
        rows.forEach(row -> byReference.put(row.reference(), row));
        Rows.demandSameIndicators(document, byReference);
        AnnualReport report = reports.save(new AnnualReport(
                key,
                reports.findByAgreementKeyOrderByRound(key).size() + 1,
                document.number(),
                remark,
                evaluation.isLate(clock.instant()),
                by,
                clock.instant()));
        YearSheet sheet = new YearSheet(monitoring.quarters(key));
        int position = 0;
        for (IndicatorFacts indicator : document.indicators()) {
            AnnualRow row = Objects.requireNonNull(byReference.get(indicator.id()));
            Figure year = Rows.of(indicator, () -> sheet.year(indicator, row.typed()));
            figures.save(new AnnualFigure(
                    report.id(),
                    ++position,
                    indicator,
                    sheet.earlier(indicator),
                    row.typed(),
                    year == null ? "" : year.toString(),
                    row.proof()));
        }
    }

    /** Whether the head of office approves. */
    boolean decide(String key, Approval answer, @Nullable String remark, String by) {
        AgreementEvaluation evaluation = evaluation(key);
        evaluation.demandOpen(clock.instant());
        latest(key).decide(answer, remark, by, clock.instant());
        if (answer == Approval.APPROVE) {
            evaluation.noteApproved();
        }
        return answer == Approval.APPROVE;
    }

    void noteLate(String key) {
        evaluation(key).noteLate(answerable(key), clock.instant());
    }

    void noteMissing(String key) {
        evaluation(key).noteMissing(answerable(key), clock.instant());
    }

    private AnnualReport latest(String key) {
        List<AnnualReport> all = reports.findByAgreementKeyOrderByRound(key);
        if (all.isEmpty()) {
            throw new Refusal("There is no annual report to decide on.");
        }
        return all.get(all.size() - 1);
    }

    private AgreementEvaluation evaluation(String key) {
        return evaluations.findByAgreementKey(key).orElseThrow();
    }

    private String answerable(String key) {
        OrganisationFacts office =
                organisations.organisation(agreements.agreement(key).organisation());
        String focalPoint = office.focalPoint();
        return focalPoint == null ? office.apaTeamGroup() : focalPoint;
    }
}
