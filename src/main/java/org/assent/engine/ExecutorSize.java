package org.assent.engine;

/**
 * How many jobs run at a time, and how many more wait in memory.
 *
 * <p>A job may hold two of the database's connections (a letter is marked as sent in a transaction of its own), so a
 * quarter of the pool in threads is at most half of it in connections: the other half is for people.
 */
record ExecutorSize(int threads, int queue) {

    static ExecutorSize of(int cores, int pool) {
        int threads = Math.max(1, Math.min(2 * cores, pool / 4));
        return new ExecutorSize(threads, 5 * threads);
    }
}
