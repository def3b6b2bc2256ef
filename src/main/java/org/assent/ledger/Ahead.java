package org.assent.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Checks bunches beside the reading, and hands over what comes of them in the order they were read in. */
final class Ahead<T, R> {

    private static final int AT_ONCE = 256;
    private static final int BUNCHES = 8;

    private final ExecutorService helpers;
    private final Function<T, R> work;
    private final Consumer<R> then;
    private final Deque<Future<List<R>>> running = new ArrayDeque<>();
    private List<T> bunch = new ArrayList<>();

    Ahead(ExecutorService helpers, Function<T, R> work, Consumer<R> then) {
        this.helpers = helpers;
        this.work = work;
        this.then = then;
    }

    void add(T one) {
        bunch.add(one);
        if (bunch.size() == AT_ONCE) {
            send();
        }
    }

    void finish() {
        send();
        while (!running.isEmpty()) {
            take();
        }
    }

    private void send() {
        List<T> full = bunch;
        bunch = new ArrayList<>();
        running.add(helpers.submit(() -> full.stream().map(work).toList()));
        if (running.size() > BUNCHES) {
            take();
        }
    }

    private void take() {
        try {
            running.remove().get().forEach(then);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The audit was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The audit failed", e.getCause());
        }
    }
}
