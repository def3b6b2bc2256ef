package org.assent.clock;

import java.time.Instant;
import org.assent.engine.DueJob;
import org.jspecify.annotations.Nullable;

/** What the clock shows. Public: the controls in Cockpit and Tasklist show it. */
public record ClockReading(Instant time, @Nullable DueJob next) {}
