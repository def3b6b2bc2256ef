package org.assent.engine;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Lets the job executor lock jobs only while nobody moves the clock. A job locked between "nothing is running" and the
 * jump would find its lock, five minutes by the engine's clock, expired, and would be run a second time.
 */
final class AcquisitionGate extends CommandInterceptor {

    private final ReentrantLock lock = new ReentrantLock(true);

    /** Stands before the transaction's interceptor, so the lock is kept until the acquisition is committed. */
    @Override
    public <T> T execute(Command<T> command) {
        return command instanceof AcquireJobsCmd ? whileClosed(() -> next.execute(command)) : next.execute(command);
    }

    <T> T whileClosed(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
