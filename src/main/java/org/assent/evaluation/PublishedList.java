package org.assent.evaluation;

import java.time.Instant;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;

/** A list that was published, as of its latest edition. Public: the page offers them. */
public record PublishedList(FiscalYear fiscalYear, OfficeLevel level, int edition, Instant publishedAt) {}
