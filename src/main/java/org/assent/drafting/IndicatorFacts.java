package org.assent.drafting;

import java.math.BigDecimal;
import org.assent.scoring.Accumulation;
import org.assent.scoring.Ladder;
import org.assent.scoring.Mode;
import org.assent.scoring.ValueKind;
import org.jspecify.annotations.Nullable;

/**
 * One indicator of a submitted document, the scheme's own included, as it is reported on and scored. Public: monitoring
 * and evaluation go by it.
 *
 * @param id as printed: {@code 1.2.1}, of a mandatory objective {@code M1.1.1}, of a reform plan {@code GRS.1}
 * @param key what stays with the indicator over all versions; for the scheme's own it is the id
 * @param plan code of the reform plan; null for an objective's indicator
 * @param objective name of the objective or plan
 * @param activity empty in a plan
 * @param weight in the agreement's marks, in a plan in the plan's own
 * @param share of the 100 of the whole agreement
 */
public record IndicatorFacts(
        String id,
        String key,
        @Nullable String plan,
        String objective,
        String activity,
        String name,
        String unit,
        BigDecimal weight,
        BigDecimal share,
        Ladder ladder,
        ValueKind kind,
        Accumulation accumulation,
        Mode mode,
        String evidence) {}
