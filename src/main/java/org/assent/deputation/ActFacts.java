package org.assent.deputation;

import java.time.Instant;

/** A task completed in the principal's name. Public: the page shows it. */
public record ActFacts(long deputation, String task, String caseKey, Instant completedAt) {}
