package org.assent.ledger;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Derives everything again and compares: seals with the files and the keys outside the database, chains link by link
 * with the seals, and every watched row with its last record. Reads one consistent state, so it runs beside a working
 * desk.
 */
final class Verification {

    /**
     * @param entries how many were read
     * @param unsealed entries that no seal vouches for yet
     * @param rows rows of the engine and of ours that were compared
     * @param seals how many were checked
     */
    record Result(long entries, long unsealed, long rows, long seals, List<Finding> findings) {

        /** Whether nothing is wrong with what is sealed. */
        boolean isUntouched() {
            return findings.isEmpty();
        }

        /** Whether nothing is wrong and nothing is too young to say so. */
        boolean isWhole() {
            return isUntouched() && unsealed == 0;
        }
    }

    /** Hears how far the audit is. */
    interface Progress {

        Progress SILENT = (what, done, of) -> {};

        void at(String what, long done, long of);
    }

    private final JdbcTemplate database;
    private final SealingKeys keys;
    private final List<String> secrets;
    private final List<RootsFile> files;
    private final List<WatchedTable> ours;
    private final Progress progress;
    private final Checkpoint checkpoint;

    Verification(
            JdbcTemplate database, SealingKeys keys, EntryMarks marks, List<RootsFile> files, List<WatchedTable> ours) {
        this(database, keys, marks, files, ours, Progress.SILENT, Checkpoint.none());
    }

    Verification(
            JdbcTemplate database,
            SealingKeys keys,
            EntryMarks marks,
            List<RootsFile> files,
            List<WatchedTable> ours,
            Progress progress,
            Checkpoint checkpoint) {
        this.database = database;
        this.keys = keys;
        this.secrets = marks.known();
        this.files = files;
        this.ours = ours;
        this.progress = progress;
        this.checkpoint = checkpoint;
    }

    /** Call it in a read-only transaction that sees one state. */
    Result run() {
        ExecutorService helpers = Executors.newFixedThreadPool(
                Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors())));
        try {
            Findings findings = new Findings();
            Records records = new Records();
            if (secrets.isEmpty()) {
                findings.add(
                        Finding.Fault.MISSING,
                        "entry-key.hex",
                        "The secret that marks entries is not in the ledger's folder, so nobody can tell whether this desk wrote them."
                                + " Name the folder with the desk's keys.");
            }
            new SchemaAudit(database, findings).run(ours);
            SealAudit seals = new SealAudit(database, keys, files, findings);
            long checked = seals.run();
            ChainAudit chains = new ChainAudit(
                    database, secrets, seals.sealed(), seals.newest(), records, progress, checkpoint, findings);
            chains.run(helpers);
            new IndexAudit(database, records, findings).run();
            long rows = new RowAudit(database, ours, records, progress, findings).run(helpers);
            checkpoint.remove();
            return new Result(chains.entries(), chains.unsealed(), rows, checked, findings.all());
        } finally {
            helpers.shutdownNow();
        }
    }
}
