package org.assent.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredMonitoring implements MonitoringRegister {

    private final QuarterlyReports reports;
    private final ReportedFigures figures;
    private final HalfYearEvaluations halfYears;
    private final HalfYearVerdicts verdicts;

    StoredMonitoring(
            QuarterlyReports reports,
            ReportedFigures figures,
            HalfYearEvaluations halfYears,
            HalfYearVerdicts verdicts) {
        this.reports = reports;
        this.figures = figures;
        this.halfYears = halfYears;
        this.verdicts = verdicts;
    }

    @Override
    public List<QuarterFacts> quarters(String key) {
        List<QuarterlyReport> asked = reports.findByAgreementKeyOrderByQuarter(key);
        Map<Long, List<ReportedFigure>> reported = figures
                .findByReportIdInOrderByReportIdAscPositionAsc(
                        asked.stream().map(QuarterlyReport::id).toList())
                .stream()
                .collect(Collectors.groupingBy(ReportedFigure::reportId));
        return asked.stream()
                .map(report -> facts(report, reported.getOrDefault(report.id(), List.of())))
                .toList();
    }

    private static QuarterFacts facts(QuarterlyReport report, List<ReportedFigure> figures) {
        return new QuarterFacts(
                report.quarter(),
                report.state(),
                report.dueOn(),
                report.closesOn(),
                report.late(),
                report.documentVersion(),
                report.reportedBy(),
                report.reportedAt(),
                report.remark(),
                report.lateNotedAt(),
                report.missingNotedAt(),
                report.answerable(),
                figures.stream().map(ReportedFigure::facts).toList());
    }

    @Override
    public Optional<HalfYearFacts> halfYear(String key) {
        return halfYears
                .findByAgreementKey(key)
                .map(evaluation -> evaluation.facts(verdicts.findByEvaluationIdOrderByPosition(evaluation.id()).stream()
                        .map(HalfYearVerdict::facts)
                        .toList()));
    }
}
