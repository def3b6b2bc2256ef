package org.assent.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** What payloads would reach if they could: it counts its visits. Public: reflection looks for it. */
public class Burglar implements JavaDelegate {

    static final AtomicInteger ENTERED = new AtomicInteger();
    /** What those payloads leave behind that run a program. */
    static final Path TRACE = Path.of("/tmp/assent-burglar");

    public Burglar() {
        ENTERED.incrementAndGet();
    }

    public static int enter() {
        return ENTERED.incrementAndGet();
    }

    @Override
    public void execute(DelegateExecution execution) {
        enter();
    }

    static boolean wasIn() {
        return ENTERED.get() > 0 || Files.exists(TRACE);
    }
}
