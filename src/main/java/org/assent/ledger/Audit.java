package org.assent.ledger;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Verifies the whole ledger beside a working desk: in one transaction that sees one state. */
final class Audit {

    private final DataSource source;
    private final SealingKeys keys;
    private final RootsFile file;
    private final EntityWatch ours;

    Audit(DataSource source, SealingKeys keys, RootsFile file, EntityWatch ours) {
        this.source = source;
        this.keys = keys;
        this.file = file;
        this.ours = ours;
    }

    Verification.Result verify() {
        TransactionTemplate oneState = new TransactionTemplate(new DataSourceTransactionManager(source));
        oneState.setReadOnly(true);
        oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        JdbcTemplate database = new JdbcTemplate(source);
        // or PostgreSQL's driver would hold the whole ledger in memory
        database.setFetchSize(1000);
        return oneState.execute(status -> new Verification(database, keys, file, ours.tables()).run());
    }
}
