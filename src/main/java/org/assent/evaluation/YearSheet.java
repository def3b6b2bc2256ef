package org.assent.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assent.drafting.IndicatorFacts;
import org.assent.engine.Refusal;
import org.assent.monitoring.FigureFacts;
import org.assent.monitoring.QuarterFacts;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;

/** What the first three quarters reported of an indicator, and what the year comes to with the fourth. */
record YearSheet(List<QuarterFacts> quarters) {

    private static final int REPORTED = 3;

    /** In the words that forms show: {@code Q1 10, Q2 –, Q3 12; so far 22 (sum of the quarters)}. */
    String earlier(IndicatorFacts indicator) {
        List<String> told = new ArrayList<>();
        for (int quarter = 1; quarter <= REPORTED; quarter++) {
            told.add("Q" + quarter + " "
                    + figure(indicator, quarter)
                            .map(FigureFacts::figure)
                            .filter(figure -> !figure.isEmpty())
                            .orElse("–"));
        }
        Figure soFar = indicator.accumulation().of(read(indicator));
        return String.join(", ", told)
                + (soFar == null
                        ? "; nothing so far"
                        : "; so far " + soFar + " ("
                                + lower(indicator.accumulation().label()) + ")");
    }

    /** The year's figure, with the fourth quarter's as typed; null where no quarter has one. */
    @Nullable
    Figure year(IndicatorFacts indicator, String fourth) {
        List<Figure> all = read(indicator);
        if (!Figure.missing(fourth)) {
            all.add(indicator.ladder().read(fourth));
        }
        return indicator.accumulation().of(all);
    }

    /** The evidence that was last named, for whoever goes on from there. */
    String evidence(IndicatorFacts indicator) {
        for (int quarter = REPORTED; quarter >= 1; quarter--) {
            String named = figure(indicator, quarter).map(FigureFacts::evidence).orElse("");
            if (!named.isEmpty()) {
                return named;
            }
        }
        return "";
    }

    /** A figure typed before a revision may not fit the indicator as it is now; then it does not count. */
    private List<Figure> read(IndicatorFacts indicator) {
        List<Figure> read = new ArrayList<>();
        for (int quarter = 1; quarter <= REPORTED; quarter++) {
            figure(indicator, quarter)
                    .map(FigureFacts::figure)
                    .filter(typed -> !Figure.missing(typed))
                    .flatMap(typed -> read(indicator, typed))
                    .ifPresent(read::add);
        }
        return read;
    }

    private static Optional<Figure> read(IndicatorFacts indicator, String typed) {
        try {
            return Optional.of(indicator.ladder().read(typed));
        } catch (Refusal olderKind) {
            return Optional.empty();
        }
    }

    private Optional<FigureFacts> figure(IndicatorFacts indicator, int quarter) {
        return quarters.stream()
                .filter(report -> report.quarter() == quarter)
                .flatMap(report -> report.figures().stream())
                .filter(figure -> figure.indicatorKey().equals(indicator.key()))
                .findFirst();
    }

    private static String lower(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
