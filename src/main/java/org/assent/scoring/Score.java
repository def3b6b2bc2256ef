package org.assent.scoring;

import java.math.BigDecimal;
import org.apache.commons.numbers.fraction.BigFraction;

/**
 * What one figure earned out of 100, exactly, and why. Public: evaluation keeps it, pages show it.
 *
 * @param explanation one or two sentences that a reviewer can follow with a pocket calculator
 */
public record Score(BigFraction raw, String explanation) {

    /** Two decimals, half up, for people. */
    public BigDecimal shown() {
        return Exact.shown(raw);
    }

    /** Up to ten decimals without trailing zeros, for programs that cannot take a fraction. */
    public BigDecimal precise() {
        return Exact.precise(raw);
    }

    /** Nothing lost: 94, or 292/3. */
    public String exact() {
        return Exact.text(raw);
    }

    public BigFraction weighted(BigDecimal weight) {
        return weighted(Exact.of(weight));
    }

    BigFraction weighted(BigFraction weight) {
        return raw.multiply(weight).divide(100);
    }

    /** The weighted score for people, rounded from the exact one and not from the raw score as shown. */
    public BigDecimal shownWeighted(BigDecimal weight) {
        return Exact.shown(weighted(weight));
    }

    /** The explanation, and what the weight makes of the score. */
    public String explanation(BigDecimal weight) {
        return explanation(Exact.of(weight));
    }

    String explanation(BigFraction weight) {
        return explanation + " Weighted: " + Exact.operand(raw) + " x "
                + Exact.precise(weight).toPlainString() + " / 100 = " + Exact.shown(weighted(weight)) + ".";
    }
}
