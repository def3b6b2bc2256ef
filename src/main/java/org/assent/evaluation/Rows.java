package org.assent.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What the lists of this process's forms have in common: a line for each indicator in force, and complaints that name it. */
final class Rows {

    private Rows() {}

    static void demandSameIndicators(VersionFacts document, Map<String, ?> byReference) {
        List<String> asked =
                document.indicators().stream().map(IndicatorFacts::id).toList();
        if (byReference.size() != asked.size() || !byReference.keySet().containsAll(asked)) {
            throw new Refusal("The form does not show the agreement’s indicators as they are now."
                    + " Please open the task again.");
        }
    }

    /** Says which indicator a figure was refused for. */
    static <T> @Nullable T of(IndicatorFacts indicator, Supplier<@Nullable T> reading) {
        try {
            return reading.get();
        } catch (Refusal refusal) {
            throw new Refusal("Indicator " + indicator.id() + ": " + refusal.getMessage());
        }
    }
}
