package org.assent.scoring;

import java.util.List;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** How the quarters' figures become the year's. Public: indicators name it, and monitoring asks it. */
public enum Accumulation {
    SUM("Sum of the quarters"),
    LATEST("Latest figure"),
    AVERAGE("Average of the quarters reported");

    private final String label;

    Accumulation(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** Four percentages do not add up, and dates have neither a sum nor an average. */
    public boolean fits(ValueKind kind) {
        return switch (this) {
            case SUM -> kind == ValueKind.NUMBER;
            case AVERAGE -> kind != ValueKind.DATE;
            case LATEST -> true;
        };
    }

    /** The year's figure; a quarter without a figure is left out, and null is the answer where none has one. */
    public @Nullable Figure of(List<? extends @Nullable Figure> quarters) {
        List<Figure> reported = quarters.stream()
                .filter(Objects::nonNull)
                .map(Figure.class::cast)
                .toList();
        if (reported.isEmpty()) {
            return null;
        }
        Figure latest = reported.get(reported.size() - 1);
        for (Figure figure : reported) {
            if (figure.kind() != latest.kind()) {
                throw new Refusal("The quarters mix " + latest.kind().phrase() + " and "
                        + figure.kind().phrase() + ": write all four alike.");
            }
        }
        if (!fits(latest.kind())) {
            throw new Refusal(
                    latest.kind() == ValueKind.DATE
                            ? "Dates have no sum and no average: take the latest figure."
                            : "Percentages of four quarters do not add up: take the latest figure or the average.");
        }
        if (this == LATEST) {
            return latest;
        }
        BigFraction sum = reported.stream().map(Figure::exact).reduce(BigFraction.ZERO, BigFraction::add);
        return Figure.computed(latest.kind(), this == SUM ? sum : sum.divide(reported.size()));
    }
}
