package org.assent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an audit came that was interrupted, in a file outside the database: the next one, within a day, takes the
 * hashes of those chains as checked. Everything else is looked at again.
 */
final class Checkpoint {

    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final @Nullable Path file;
    private final @Nullable String until;
    private final long knownTo;
    private boolean passed;
    private long newest;

    private Checkpoint(@Nullable Path file, @Nullable String until, long knownTo) {
        this.file = file;
        this.until = until;
        this.knownTo = knownTo;
        this.passed = until == null;
    }

    static Checkpoint none() {
        return new Checkpoint(null, null, 0);
    }

    static Checkpoint anew(Path folder) {
        return new Checkpoint(fileIn(folder), null, 0);
    }

    static Checkpoint resume(Path folder) {
        Path file = fileIn(folder);
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 3
                        && Instant.parse(lines.get(2)).isAfter(Instant.now().minus(GOOD_FOR))) {
                    return new Checkpoint(file, lines.get(0), Long.parseLong(lines.get(1)));
                }
            }
        } catch (IOException | DateTimeException | NumberFormatException unreadable) {
            // then all of it is checked
        }
        return anew(folder);
    }

    boolean isResumed() {
        return until != null;
    }

    /** @param newest number of the last entry that this audit sees */
    void begin(long newest) {
        this.newest = newest;
    }

    /** Asked in the order of the chains. */
    boolean covers(String chain, long entry) {
        passed = passed || chain.equals(until);
        return !passed && entry <= knownTo;
    }

    void reached(String chain) {
        if (file == null || !passed) {
            return;
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.writeString(fresh, chain + "\n" + newest + "\n" + Instant.now() + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("How far the audit is cannot be noted: " + file, e);
        }
    }

    void remove() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path fileIn(Path folder) {
        return folder.resolve("verify.checkpoint");
    }
}
