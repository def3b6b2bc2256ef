package org.assent.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.commons.numbers.fraction.BigFraction;

/** Between exact fractions and what is shown of them. */
final class Exact {

    private static final int SHOWN = 2;
    private static final int LONG = 10;

    private Exact() {}

    static BigFraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? BigFraction.of(decimal.toBigIntegerExact())
                : BigFraction.of(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /** BigFraction's own order is wrong where both are negative (commons-numbers 1.2: it compares magnitudes). */
    static int compare(BigFraction one, BigFraction other) {
        return one.subtract(other).signum();
    }

    /** Two decimals, half up: the only rounding there is. */
    static BigDecimal shown(BigFraction value) {
        return value.bigDecimalValue(SHOWN, RoundingMode.HALF_UP);
    }

    /** Up to ten decimals, without trailing zeros. */
    static BigDecimal precise(BigFraction value) {
        BigDecimal decimal = value.bigDecimalValue(LONG, RoundingMode.HALF_UP).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    /** For a formula: two decimals where they say all, otherwise as many as it takes to follow the sum. */
    static String operand(BigFraction value) {
        return (of(shown(value)).equals(value) ? shown(value) : precise(value)).toPlainString();
    }

    /** A decimal where it ends within ten places, otherwise the fraction: nothing is lost in it. */
    static String text(BigFraction value) {
        BigDecimal decimal = precise(value);
        return of(decimal).equals(value)
                ? decimal.toPlainString()
                : value.getNumerator() + "/" + value.getDenominator();
    }
}
