package org.assent.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assent.drafting.IndicatorFacts;
import org.assent.engine.Refusal;
import org.assent.scoring.Figure;
import org.jspecify.annotations.Nullable;

/** What the first two quarters reported of an indicator, in the words that the evaluator reads. */
record HalfYearSheet(List<QuarterFacts> quarters) {

    String reported(IndicatorFacts indicator) {
        List<String> lines = new ArrayList<>();
        List<Figure> read = new ArrayList<>();
        for (int quarter = 1; quarter <= 2; quarter++) {
            int number = quarter;
            Optional<FigureFacts> figure = quarters.stream()
                    .filter(report -> report.quarter() == number)
                    .flatMap(report -> report.figures().stream())
                    .filter(one -> one.indicatorKey().equals(indicator.key()))
                    .findFirst();
            lines.add("Q" + quarter + ": " + figure.map(HalfYearSheet::told).orElse("nothing reported"));
            figure.flatMap(one -> read(indicator, one.figure())).ifPresent(read::add);
        }
        Figure together = read.isEmpty() ? null : total(indicator, read);
        if (together != null) {
            lines.add("Half-year: " + together);
        }
        return String.join("\n", lines);
    }

    private static String told(FigureFacts figure) {
        String typed = figure.figure().isEmpty() ? "no figure" : figure.figure();
        return figure.evidence().isEmpty() ? typed : typed + " (" + figure.evidence() + ")";
    }

    private static @Nullable Figure total(IndicatorFacts indicator, List<Figure> read) {
        try {
            return indicator.accumulation().of(read);
        } catch (Refusal doesNotAddUp) {
            return null;
        }
    }

    /** A figure typed before a revision may not fit the indicator as it is now. */
    private static Optional<Figure> read(IndicatorFacts indicator, String typed) {
        try {
            return Figure.missing(typed)
                    ? Optional.empty()
                    : Optional.of(indicator.ladder().read(typed));
        } catch (Refusal olderKind) {
            return Optional.empty();
        }
    }
}
