package org.assent.ledger;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the whole ledger beside a working desk: in one transaction that sees one state. */
final class Audit {

    private final DataSource source;
    private final SealingKeys keys;
    private final EntryMarks marks;
    private final List<RootsFile> files;
    private final EntityTables ours;

    Audit(DataSource source, SealingKeys keys, EntryMarks marks, List<RootsFile> files, EntityTables ours) {
        this.source = source;
        this.keys = keys;
        this.marks = marks;
        this.files = files;
        this.ours = ours;
    }

    Verification.Result verify() {
        return verify(Verification.Progress.SILENT, Checkpoint.none());
    }

    Verification.Result verify(Verification.Progress progress, Checkpoint checkpoint) {
        TransactionTemplate oneState = new TransactionTemplate(new DataSourceTransactionManager(source));
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        JdbcTemplate database = new JdbcTemplate(source);
        // or PostgreSQL's driver would hold the whole ledger in memory
        database.setFetchSize(1000);
        return oneState.execute(
                status -> new Verification(database, keys, marks, files, ours.all(), progress, checkpoint).run());
    }
}
