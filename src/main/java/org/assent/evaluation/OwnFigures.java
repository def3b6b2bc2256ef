package org.assent.evaluation;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assent.drafting.IndicatorFacts;
import org.assent.engine.Refusal;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The office's own figures as its head approved them. */
@Component
class OwnFigures {

    private final AnnualReports reports;
    private final AnnualFigures figures;

    OwnFigures(AnnualReports reports, AnnualFigures figures) {
        this.reports = reports;
        this.figures = figures;
    }

    Approved approved(String key) {
        Optional<AnnualReport> report = reports.findByAgreementKeyOrderByRound(key).stream()
                .filter(AnnualReport::isApproved)
                .findFirst();
        return new Approved(
                report.isPresent(),
                report.map(one -> of(one.id())).orElse(List.of()).stream()
                        .collect(Collectors.toMap(AnnualFigure::indicatorKey, figure -> figure)));
    }

    /** Of the round that waits for its head. */
    List<AnnualFigure> of(long report) {
        return figures.findByReportIdInOrderByReportIdAscPositionAsc(List.of(report));
    }

    /** By indicator; nothing exists where the report is missing. */
    record Approved(boolean exists, Map<String, AnnualFigure> figures) {

        /** The year's figure; empty where there is none. */
        String figure(IndicatorFacts indicator) {
            AnnualFigure own = figures.get(indicator.key());
            return own == null ? "" : own.yearFigure();
        }

        String evidence(IndicatorFacts indicator) {
            AnnualFigure own = figures.get(indicator.key());
            return own == null ? "" : own.evidence();
        }

        /** By value: 30 and 30.00 are one figure. */
        boolean differs(IndicatorFacts indicator, @Nullable Figure other) {
            Figure own = read(indicator);
            return own == null || other == null
                    ? !Objects.equals(own, other)
                    : own.value().compareTo(other.value()) != 0;
        }

        private @Nullable Figure read(IndicatorFacts indicator) {
            String text = figure(indicator);
            try {
                return Figure.missing(text) ? null : indicator.ladder().read(text);
            } catch (Refusal olderKind) {
                return null;
            }
        }
    }
}
