package org.assent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.assent.engine.EngineClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The rehearsal's time: ticks, is stored, never goes back.
 *
 * <p>The database keeps an instant a little <em>ahead</em> of the clock, and the clock never ticks past it: it stands
 * still until a later one is stored. So every time that was ever shown is at most the stored one, and a desk that was
 * killed continues there, up to a minute on, not behind its own records. An orderly stop stores the exact time. While
 * the desk is down the rehearsal waits: it ticks by the machine's monotonic counter, not by its calendar, so a wrong or
 * corrected calendar does not matter either.
 */
@Component
@OnRehearsal
class RehearsalClock implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RehearsalClock.class);
    private static final Duration AHEAD = Duration.ofMinutes(1);
    private static final Duration RENEWAL = Duration.ofSeconds(15);

    private final StoredReading stored;
    private final ScheduledExecutorService renewal =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "rehearsal-clock"));
    private volatile Run run;

    RehearsalClock(
            StoredReading stored, @Value("${assent.rehearsal-clock.start:2022-05-28T09:00+09:00}") String firstStart) {
        this.stored = stored;
        Instant start =
                stored.read().orElseGet(() -> OffsetDateTime.parse(firstStart).toInstant());
        stored.write(start.plus(AHEAD));
        this.run = new Run(
                start.toEpochMilli(), System.nanoTime(), start.plus(AHEAD).toEpochMilli());
        EngineClock.follow(() -> run.milliseconds());
        renewal.scheduleWithFixedDelay(this::renew, RENEWAL.toSeconds(), RENEWAL.toSeconds(), TimeUnit.SECONDS);
        log.info("The rehearsal clock starts at {}", start);
    }

    Instant now() {
        return Instant.ofEpochMilli(run.milliseconds());
    }

    /** To this very instant, ticking on from there; where it has passed already, nothing changes. */
    synchronized void moveTo(Instant target) {
        Instant whole = target.truncatedTo(ChronoUnit.MILLIS);
        if (whole.isAfter(now())) {
            stored.write(whole.plus(AHEAD));
            run = new Run(
                    Math.max(whole.toEpochMilli(), run.milliseconds()),
                    System.nanoTime(),
                    whole.plus(AHEAD).toEpochMilli());
        }
    }

    private synchronized void renew() {
        try {
            Instant until = now().plus(AHEAD);
            stored.write(until);
            run = new Run(run.start, run.startedAt, until.toEpochMilli());
        } catch (RuntimeException e) {
            log.warn("The rehearsal clock cannot be stored, so it will stand still until it can", e);
        }
    }

    /** Comes after the engine's end: the engine asked for the clock, so Spring ends it first. */
    @Override
    public void destroy() {
        renewal.shutdownNow();
        try {
            storeExactly();
        } finally {
            EngineClock.followTheMachine();
        }
    }

    private synchronized void storeExactly() {
        stored.write(now());
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Ticking from a start, by the machine's counter, up to what is stored. */
    private record Run(long start, long startedAt, long until) {

        long milliseconds() {
            return Math.min(start + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt), until);
        }
    }
}
