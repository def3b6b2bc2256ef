package org.assent.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assent.engine.DueJob;
import org.assent.engine.JobDesk;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Moves the rehearsal clock ahead, from one due timer to the next, each run to quiet at its own time. Public: the
 * controls in Cockpit and Tasklist and the rehearsal use it; there is none in production.
 */
@Component
@OnRehearsal
public final class ClockControl {

    private static final int FARTHEST_YEARS = 5;
    private static final long GLANCE_MILLIS = 20;

    private final RehearsalClock clock;
    private final JobDesk jobs;
    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);

    ClockControl(
            RehearsalClock clock, JobDesk jobs, @Value("${assent.rehearsal-clock.patience:PT60S}") Duration patience) {
        this.clock = clock;
        this.jobs = jobs;
        this.patience = patience;
        // a desk on the rehearsal clock is alone on its database, and its executor has not started yet
        jobs.releaseLocks();
    }

    public ClockReading now() {
        return jobs.asTheEngine(
                () -> new ClockReading(clock.now(), jobs.nextJob().orElse(null)));
    }

    /** To the time of the earliest timer that waits. */
    public ClockMove moveToNextTimer() {
        return inTurn(() -> {
            Instant from = clock.now();
            DueJob next = whenQuiet(jobs::nextJob)
                    .orElseThrow(() -> new Refusal("No timer is waiting, so there is nothing to move to."));
            return move(from, next.due());
        });
    }

    /** To this time, stopping at every timer on the way. */
    public ClockMove moveTo(Instant target) {
        return inTurn(() -> {
            if (target.isBefore(clock.now())) {
                throw new Refusal("The clock never goes back. Please choose a later date.");
            }
            return move(clock.now(), target);
        });
    }

    private ClockMove move(Instant from, Instant target) {
        if (target.isAfter(
                from.atOffset(ZoneOffset.UTC).plusYears(FARTHEST_YEARS).toInstant())) {
            throw new Refusal("That date is more than five years ahead. Please choose an earlier one.");
        }
        List<ClockMove.Ran> ran = new ArrayList<>();
        Stop stop;
        do {
            stop = whenQuiet(() -> stopBefore(target));
            List<DueJob> due = stop.due;
            Set<String> failed = whenQuiet(() -> jobs.failed(due));
            due.forEach(
                    job -> ran.add(new ClockMove.Ran(job.due(), job.what(), job.tenant(), failed.contains(job.id()))));
        } while (stop.at.isBefore(target));
        return new ClockMove(from, clock.now(), List.copyOf(ran));
    }

    private Stop stopBefore(Instant target) {
        Instant at = jobs.nextJob()
                .map(DueJob::due)
                .filter(due -> due.isBefore(target))
                .orElse(target);
        clock.moveTo(at);
        return new Stop(at, jobs.dueJobs());
    }

    /** Waits until nothing runs and nothing is due, then does this before the job executor can start anything. */
    private <T> T whenQuiet(Supplier<T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            @Nullable Quiet<T> quiet = jobs.whileNothingStarts(() -> jobs.isBusy() ? null : new Quiet<>(work.get()));
            if (quiet != null) {
                return quiet.answer;
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal("The clock stays where it is, because this work has not ended: %s. Please try again."
                        .formatted(jobs.dueJobs().stream().map(DueJob::what).collect(Collectors.joining("; "))));
            }
            runOrWait();
        }
    }

    private void runOrWait() {
        if (!jobs.isExecutorActive()) {
            jobs.dueJobs().stream().limit(1).forEach(jobs::run);
            return;
        }
        jobs.wakeExecutor();
        try {
            Thread.sleep(GLANCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("The move was interrupted. The clock stays where it is.");
        }
    }

    /** One move at a time. Not from inside a step: the move would wait for that very step to end. */
    private ClockMove inTurn(Supplier<ClockMove> move) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A step of a case cannot move the clock");
        }
        turn.lock();
        try {
            return jobs.asTheEngine(move);
        } finally {
            turn.unlock();
        }
    }

    private record Quiet<T>(T answer) {}

    private record Stop(Instant at, List<DueJob> due) {}
}
