package org.assent.drafting;

import java.math.BigDecimal;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assent.scoring.Figure;
import org.assent.scoring.ValueKind;

/** A weight as it was typed, read exactly: ২৫, 25 and 25.00 are one weight. */
final class Weight {

    private Weight() {}

    /** Nothing where no weight can be read. */
    static Optional<BigDecimal> of(String typed) {
        try {
            Figure figure = Figure.read(typed);
            return figure.kind() == ValueKind.NUMBER
                    ? Optional.of(new BigDecimal(figure.toString()))
                    : Optional.empty();
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** 25, not 25.00. */
    static String text(BigDecimal weight) {
        return weight.signum() == 0 ? "0" : weight.stripTrailingZeros().toPlainString();
    }
}
