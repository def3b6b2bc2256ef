package org.assent.evaluation;

import java.math.BigDecimal;

/** What the ranking needs of a fixed score. */
record ScoredOffice(String agreementKey, String organisation, BigDecimal composite) {}
