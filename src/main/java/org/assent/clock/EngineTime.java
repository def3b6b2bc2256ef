package org.assent.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.assent.engine.EngineClock;

/**
 * The engine's time as a {@link Clock}, so that rules and timers never disagree. Not for passwords and tokens: those
 * use {@link Clock#systemUTC()}, which no rehearsal moves.
 */
final class EngineTime extends Clock {

    private final ZoneId zone;

    EngineTime() {
        this(ZoneOffset.UTC);
    }

    private EngineTime(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return EngineClock.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineTime(other);
    }
}
