package org.assent.deputation;

import java.time.Instant;
import java.time.ZoneId;

/**
 * A task completed in the principal's name. Public: the page shows it.
 *
 * @param zone where the process is at home
 */
public record ActFacts(long deputation, String task, String caseKey, Instant completedAt, ZoneId zone) {}
