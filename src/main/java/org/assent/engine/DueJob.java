package org.assent.engine;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer, or other work, that the engine runs by itself. Public: the clock shows it.
 *
 * @param what for people: process, step, case
 * @param tenant whose case it is: an economy, a ministry, or nobody's in particular
 */
public record DueJob(String id, Instant due, String what, @Nullable String tenant) {}
