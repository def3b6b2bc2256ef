package org.assent.engine;

import java.time.Instant;
import java.util.function.LongSupplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.joda.time.DateTimeUtils;

/** The time the engine reads, for timers, job locks and history. Public: the clock module sets it. */
public final class EngineClock {

    private EngineClock() {}

    public static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    /** From now on the engine reads its milliseconds here; ClockUtil itself knows only a fixed time or an offset. */
    public static void follow(LongSupplier milliseconds) {
        DateTimeUtils.setCurrentMillisProvider(milliseconds::getAsLong);
    }

    /** Back to the time of the machine. */
    public static void followTheMachine() {
        ClockUtil.reset();
    }
}
