package org.assent.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One office's year at a glance: its score by parts, where it stands among the others, its earlier years. Public: the page
 * draws what the paper prints.
 *
 * @param parts objectives, then reform plans, in the order of the document
 * @param composed how the parts add up to the score, in words
 * @param standing null until the result is published
 */
public record ReportCard(
        ScoreSheet sheet,
        String office,
        List<Part> parts,
        String composed,
        @Nullable Standing standing,
        List<TrendPoint> trend) {

    /**
     * An objective or a reform plan. Public: as the card.
     *
     * @param number 1, M1, GRS
     * @param got of {@code weight} in the agreement, a plan's after scaling; two decimals, rounded once
     * @param explanation how it came about
     */
    public record Part(
            String number,
            String title,
            boolean isPlan,
            BigDecimal got,
            BigDecimal weight,
            String explanation,
            List<ScoreSheet.Line> lines) {

        /** Of what could be had, with one decimal, for a bar. */
        public BigDecimal percent() {
            return weight.signum() == 0
                    ? BigDecimal.ZERO
                    : got.multiply(BigDecimal.valueOf(100)).divide(weight, 1, RoundingMode.HALF_UP);
        }
    }

    /** The place in the latest published list. Public: as the card. */
    public record Standing(
            int place,
            boolean isShared,
            int offices,
            BigDecimal average,
            BigDecimal best,
            BigDecimal worst,
            int edition,
            Instant publishedAt) {

        public boolean isHonoured() {
            return place <= LeagueTable.HONOURED;
        }

        /** 8 (jointly). */
        public String placeInWords() {
            return place + (isShared ? " (jointly)" : "");
        }
    }
}
