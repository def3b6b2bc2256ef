package org.assent.evaluation;

import java.math.BigDecimal;
import org.assent.scheme.FiscalYear;
import org.jspecify.annotations.Nullable;

/** An office's published result of one year. Public: the report card draws them. {@code imported}: from before this desk. */
public record TrendPoint(FiscalYear fiscalYear, BigDecimal score, @Nullable Integer rank, boolean imported) {}
