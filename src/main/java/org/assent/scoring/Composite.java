package org.assent.scoring;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.engine.Refusal;

/** Weighted scores added up, exactly: an agreement's, an objective's or a plan's. Public: evaluation adds them up. */
public final class Composite {

    private final BigInteger numerator;
    private final BigInteger denominator;
    private final BigFraction weights;

    private Composite(Ratio sum, BigFraction weights) {
        this.numerator = sum.numerator;
        this.denominator = sum.denominator;
        this.weights = weights;
    }

    /** A score and what it weighs. Public: evaluation hands them in. */
    public record Part(Score score, BigFraction weight) {

        public Part(Score score, BigDecimal weight) {
            this(score, Exact.of(weight));
        }
    }

    public static Composite of(Collection<Part> parts) {
        return new Composite(
                sum(parts.stream()
                        .map(part -> part.score().weighted(part.weight()))
                        .toList()),
                parts.stream().map(Part::weight).reduce(BigFraction.ZERO, BigFraction::add));
    }

    /** Own objectives and reform plans together. */
    public static Composite together(Collection<Composite> composites) {
        return new Composite(
                sum(composites.stream().map(Composite::exact).toList()),
                composites.stream().map(composite -> composite.weights).reduce(BigFraction.ZERO, BigFraction::add));
    }

    /** A reform plan is scored on its own full mark and counts with its weight in the agreement. */
    public Composite scaled(BigDecimal fullMark, BigDecimal weight) {
        if (fullMark.signum() <= 0) {
            throw new Refusal("The plan has no full mark.");
        }
        BigFraction scale = Exact.of(weight).divide(Exact.of(fullMark));
        return new Composite(
                new Ratio(numerator.multiply(scale.getNumerator()), denominator.multiply(scale.getDenominator())),
                Exact.of(weight));
    }

    /** How the scaled score came about, in words. */
    public String explainScaled(BigDecimal fullMark, BigDecimal weight) {
        return shown() + " of " + fullMark.toPlainString() + " marks, with a weight of " + weight.toPlainString() + ": "
                + Exact.operand(exact()) + " / " + fullMark.toPlainString() + " x " + weight.toPlainString() + " = "
                + scaled(fullMark, weight).shown() + ".";
    }

    public BigFraction exact() {
        return BigFraction.of(numerator, denominator);
    }

    /** Two decimals, half up: the figure that is published and ranked. */
    public BigDecimal shown() {
        return new BigDecimal(numerator).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
    }

    /** What the parts weigh together. */
    public BigDecimal weights() {
        return Exact.precise(weights);
    }

    /** The exact figure in writing, where it is short enough to be of use to anybody. */
    Optional<String> exactText() {
        return denominator.bitLength() > 10_000
                ? Optional.empty()
                : Optional.of(Exact.text(exact())).filter(text -> text.length() <= 100);
    }

    private record Ratio(BigInteger numerator, BigInteger denominator) {

        Ratio plus(Ratio other) {
            return new Ratio(
                    numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                    denominator.multiply(other.denominator));
        }
    }

    /**
     * Adds equal denominators first and the rest by halves, reducing nothing: thousands of different denominators,
     * added and reduced one after the other, would not end in any useful time.
     */
    private static Ratio sum(List<BigFraction> values) {
        Map<BigInteger, BigInteger> alike = new TreeMap<>();
        values.forEach(value -> alike.merge(value.getDenominator(), value.getNumerator(), BigInteger::add));
        List<Ratio> ratios = new ArrayList<>();
        alike.forEach((denominator, numerator) -> ratios.add(new Ratio(numerator, denominator)));
        return ratios.isEmpty() ? new Ratio(BigInteger.ZERO, BigInteger.ONE) : sum(ratios, 0, ratios.size());
    }

    private static Ratio sum(List<Ratio> ratios, int from, int to) {
        if (to - from == 1) {
            return ratios.get(from);
        }
        int middle = (from + to) >>> 1;
        return sum(ratios, from, middle).plus(sum(ratios, middle, to));
    }
}
