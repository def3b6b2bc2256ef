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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far an audit came that was interrupted, in a file outside the database that bears the mark of the ledger's secret.
 * The next one, within a day, derives every hash again, and takes only the marks of those entries as checked that were
 * sealed by then: what came since, and what somebody else wrote into this file, spares it nothing.
 */
final class Checkpoint {

    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final @Nullable Path file;
    private final List<String> secrets;
    private final @Nullable String until;
    private final long lastSeal;
    private boolean passed;
    private Map<String, Long> sealedThen = Map.of();
    private long newest;

    private Checkpoint(@Nullable Path file, List<String> secrets, @Nullable String until, long lastSeal) {
        this.file = file;
        this.secrets = secrets;
        this.until = until;
        this.lastSeal = lastSeal;
        this.passed = until == null;
    }

    static Checkpoint none() {
        return new Checkpoint(null, List.of(), null, 0);
    }

    static Checkpoint anew(Path folder, EntryMarks marks) {
        return new Checkpoint(fileIn(folder), marks.known(), null, 0);
    }

    static Checkpoint resume(Path folder, EntryMarks marks) {
        Path file = fileIn(folder);
        try {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                if (lines.size() == 4
                        && EntryMarks.isGenuine(
                                marks.known(), text(lines.get(0), lines.get(1), lines.get(2)), lines.get(3))
                        && Instant.parse(lines.get(2)).isAfter(Instant.now().minus(GOOD_FOR))) {
                    return new Checkpoint(file, marks.known(), lines.get(0), Long.parseLong(lines.get(1)));
                }
            }
        } catch (IOException | DateTimeException | NumberFormatException unreadable) {
            // then all of it is checked
        }
        return anew(folder, marks);
    }

    boolean isResumed() {
        return until != null;
    }

    /** The last seal of the audit that was interrupted; zero when there was none. */
    long lastSeal() {
        return lastSeal;
    }

    /**
     * @param newest number of the last seal that this audit sees
     * @param sealedThen how far each chain was sealed when the interrupted audit ran
     */
    void begin(long newest, Map<String, Long> sealedThen) {
        this.newest = newest;
        this.sealedThen = sealedThen;
    }

    /** Whether the mark of an entry was checked before; asked in the order of the chains. */
    boolean covers(String chain, long position) {
        passed = passed || chain.equals(until);
        return !passed && position <= sealedThen.getOrDefault(chain, 0L);
    }

    /** Without the ledger's secret nothing is noted, since nobody could tell later who did. */
    void reached(String chain) {
        if (file == null || !passed || secrets.isEmpty()) {
            return;
        }
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            String text = text(chain, Long.toString(newest), Instant.now().toString());
            Files.writeString(fresh, text + Hash.salted(secrets.get(0), text) + "\n");
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("How far the audit is cannot be noted: " + file, e);
        }
    }

    private static String text(String chain, String newest, String at) {
        return chain + "\n" + newest + "\n" + at + "\n";
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
