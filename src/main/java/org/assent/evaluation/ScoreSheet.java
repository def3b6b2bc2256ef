package org.assent.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/**
 * How one agreement's score came about, so that each figure of it can be followed. Public: the committees' forms, the
 * score page, the report card and the rehearsal show it.
 *
 * @param fixed false while a committee may still return it
 * @param documentVersion the version of the agreement that was evaluated
 * @param ownMarks what the objectives earned together, mandatory ones included
 * @param composite two decimals, half up: published and ranked
 * @param compositeExact nothing lost: a decimal, or a fraction such as 292/3
 * @param rank in the latest published list; null before that
 */
public record ScoreSheet(
        String agreementKey,
        String organisation,
        FiscalYear fiscalYear,
        OfficeLevel level,
        boolean fixed,
        int documentVersion,
        List<Line> lines,
        List<Plan> plans,
        BigDecimal ownMarks,
        BigDecimal composite,
        String compositeExact,
        String band,
        @Nullable Integer rank,
        @Nullable String fixedBy,
        @Nullable Instant fixedAt) {

    /**
     * One indicator. Public: as the sheet.
     *
     * @param id as printed: 1.2.1, M1.1.1, GRS.1
     * @param plan code of the reform plan; then weight and weighted are in the plan's own marks
     * @param share of the 100 of the whole agreement
     * @param ladder the levels with their marks: 30.00 (100) / 29.95 (90)
     * @param evidenceAsked what the agreement names as evidence
     * @param ownFigure what the office reported for the year; empty where it reported none
     * @param figure the evaluator's, which counts; empty where there is none
     * @param reason why the figures differ or the evidence is not accepted; empty where neither
     * @param rawExact out of 100, nothing lost
     * @param raw the same with up to ten decimals
     * @param weighted raw x weight / 100, with up to ten decimals
     * @param explanation the sentence to follow with a pocket calculator
     */
    public record Line(
            String id,
            String key,
            @Nullable String plan,
            String objective,
            String activity,
            String indicator,
            String unit,
            BigDecimal weight,
            BigDecimal share,
            String ladder,
            String evidenceAsked,
            String ownFigure,
            String ownEvidence,
            String figure,
            boolean evidenceAccepted,
            String reason,
            String rawExact,
            BigDecimal raw,
            BigDecimal weighted,
            String explanation) {

        private static final Pattern LEVEL = Pattern.compile("(.+?) \\(([0-9]{1,3})\\)(?: / |$)");

        /** The figures of the ladder by the mark that each earns; levels that were left blank are not there. */
        public Map<Integer, String> levels() {
            Map<Integer, String> levels = new TreeMap<>();
            LEVEL.matcher(ladder)
                    .results()
                    .forEach((MatchResult level) -> levels.put(Integer.valueOf(level.group(2)), level.group(1)));
            return levels;
        }

        /** What earns the full marks. */
        public String target() {
            return levels().getOrDefault(100, "");
        }

        /** Two decimals, half up, for people. */
        public BigDecimal rawShown() {
            return raw.setScale(2, RoundingMode.HALF_UP);
        }

        public BigDecimal weightedShown() {
            return weighted.setScale(2, RoundingMode.HALF_UP);
        }

        /** Whether the evaluator's figure is another than the office's own. */
        public boolean differs() {
            return !ownFigure.equals(figure);
        }
    }

    /** One reform plan: got of its full mark, scaled to its weight in the agreement. Public: as the sheet. */
    public record Plan(
            String code,
            String title,
            BigDecimal fullMark,
            BigDecimal weight,
            BigDecimal got,
            BigDecimal scaled,
            String explanation) {}
}
