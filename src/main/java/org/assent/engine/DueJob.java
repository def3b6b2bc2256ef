package org.assent.engine;

import java.time.Instant;

/**
 * A timer, or other work, that the engine runs by itself. Public: the clock shows it.
 *
 * @param what for people: process, step, case
 */
public record DueJob(String id, Instant due, String what) {}
