package org.assent.ledger;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Seals each minute of the machine's time, whatever the desk's clock shows, and once more when the desk ends. */
final class SealingTimes implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SealingTimes.class);

    private final Sealing sealing;
    private final LedgerSettings settings;
    private final TimeStamps stamps;
    private final RootsMail mail;
    private volatile @Nullable ScheduledExecutorService times;

    SealingTimes(Sealing sealing, LedgerSettings settings, TimeStamps stamps, RootsMail mail) {
        this.sealing = sealing;
        this.settings = settings;
        this.stamps = stamps;
        this.mail = mail;
    }

    @Override
    public void start() {
        long every = settings.sealEvery().toMillis();
        if (every == 0) {
            return;
        }
        var alone = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "ledger-seal");
            thread.setDaemon(true);
            return thread;
        });
        alone.scheduleWithFixedDelay(this::sealAndTell, every, every, TimeUnit.MILLISECONDS);
        times = alone;
    }

    private void sealAndTell() {
        tried("sealed", sealing::seal);
        tried("stamped by the authority of time", () -> stamps.stamp(sealing::after));
        tried("sent by mail", mail::send);
    }

    /** Each for itself: a mail server that is down keeps no root from being written. The next minute tries again. */
    private static void tried(String what, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("The ledger cannot be {} at the moment", what, e);
        }
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = times;
        times = null;
        if (running != null) {
            running.shutdown();
            tried("sealed", sealing::seal);
        }
    }

    @Override
    public boolean isRunning() {
        return times != null;
    }

    /** Starts late and so ends early: after the web server, while the database is there. */
    @Override
    public int getPhase() {
        return 0;
    }
}
