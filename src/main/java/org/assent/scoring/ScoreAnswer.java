package org.assent.scoring;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet scored.
 *
 * @param compositeExact left out where the fraction is too long to be of use
 * @param ignored headings that mean nothing here, so that a misspelt one is noticed
 */
record ScoreAnswer(
        List<Line> scores,
        BigDecimal composite,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String compositeExact,
        BigDecimal weights,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Set<String> ignored) {

    /** One line's score, rounded for reading and exactly for checking. */
    record Line(
            int line,
            String ladder,
            Direction direction,
            String actual,
            BigDecimal weight,
            Mode mode,
            boolean evidence,
            BigDecimal raw,
            String rawExact,
            BigDecimal weighted,
            String weightedExact,
            String explanation) {}

    static ScoreAnswer of(ScoreSheet sheet) {
        // where nobody gives weights, all lines count alike and make a hundred together
        BigFraction alike = BigFraction.of(100, sheet.lines().size());
        List<Composite.Part> parts = sheet.lines().stream()
                .map(line -> new Composite.Part(line.score(), line.weight() == null ? alike : line.weight()))
                .toList();
        Composite composite = Composite.of(parts);
        List<Line> scores = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            scores.add(line(sheet.lines().get(i), parts.get(i).weight()));
        }
        return new ScoreAnswer(
                scores, composite.shown(), composite.exactText().orElse(null), composite.weights(), sheet.ignored());
    }

    private static Line line(ScoreLine line, BigFraction weight) {
        BigFraction weighted = line.score().weighted(weight);
        return new Line(
                line.line(),
                line.ladder().toString(),
                line.ladder().direction(),
                line.actual().toString(),
                Exact.precise(weight),
                line.mode(),
                line.evidence(),
                line.score().precise(),
                line.score().exact(),
                Exact.shown(weighted),
                Exact.text(weighted),
                line.score().explanation(weight));
    }
}
