package org.assent.evaluation;

import java.math.BigDecimal;

/** An office's place in the latest list of one year. */
record PublishedYear(String fiscalYear, BigDecimal score, int place) {}
