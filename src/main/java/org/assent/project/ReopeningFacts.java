package org.assent.project;

import java.time.Instant;

/**
 * Why and until when an economy may nominate again. Public: its nomination case reads it.
 *
 * @param replacement for replacements only, after the announcement
 */
public record ReopeningFacts(Instant openedAt, Instant closingAt, String reason, boolean replacement) {}
