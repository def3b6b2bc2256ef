package org.assent.ledger;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.assent.engine.CurrentActor;
import org.assent.engine.Evidence;
import org.assent.engine.RowWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps count of what a transaction writes and, just before it commits, adds it to the chains of its cases: so an entry
 * stands exactly when the rows stand.
 */
@Component
class Ledger implements RowWatch, Evidence {

    private final ChainWriter chains;
    private final CurrentActor actor;
    private final EntityManager entities;
    private final ObjectProvider<EntityTables> ours;

    Ledger(ChainWriter chains, CurrentActor actor, EntityManager entities, ObjectProvider<EntityTables> ours) {
        this.chains = chains;
        this.actor = actor;
        this.entities = entities;
        this.ours = ours;
    }

    @Override
    public void happened(String kind, Map<String, String> facts) {
        current().add(new WrittenRows.Happening(kind, Map.copyOf(facts), null));
    }

    @Override
    public void wrote(String table, Object key) {
        WatchedTable watched = WatchedTable.PAST_HIBERNATE.stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table + " is not watched"));
        writtenByUs(watched, String.valueOf(key), List.of(key));
    }

    @Override
    public void written(String table, String row, @Nullable String rootCase) {
        current().add(WatchedTable.ofEngine(table), row, new WrittenRows.Row(keyOf(row), rootCase, null));
    }

    @Override
    public void removed(String table, String row, @Nullable String rootCase) {
        current().add(WatchedTable.ofEngine(table), row, new WrittenRows.Row(keyOf(row), rootCase, null));
    }

    @Override
    public void cleaned(String table, String statement, Collection<String> ids, Map<String, String> where) {
        current()
                .add(new WrittenRows.Happening(
                        Tombstones.CLEANED,
                        Map.of(
                                "table",
                                table,
                                "statement",
                                statement,
                                "ids",
                                String.join(" ", ids),
                                "where",
                                CanonicalJson.write(where)),
                        null));
    }

    @Override
    public void rewritten(String table) {
        current().addAll(WatchedTable.ofEngine(table));
    }

    /** With its salt the digests of a row tell nobody anything any more; if the row still stands, it gets a new one. */
    @Override
    public void erased(String table, Object key) {
        WatchedTable watched = ours.getObject().all().stream()
                .filter(known -> known.name().equals(table))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(table + " is not watched"));
        String id = String.valueOf(key);
        chains.forget(watched, id);
        current().forgetBefore(watched, id);
        writtenByUs(watched, id, List.of(key));
    }

    void writtenByUs(WatchedTable table, String id, List<Object> key) {
        current().add(table, id, new WrittenRows.Row(key, null, null));
    }

    /** One of our rows is about to be written: as it stands now it must be what the ledger says of it. */
    void aboutToWrite(WatchedTable table, String id, List<Object> key) {
        if (current().isUntouched(table, id)) {
            current().addBefore(table, id, chains.hold(table, key));
        }
    }

    /** A row that stood before. */
    void found(WatchedTable table, String id, Map<String, String> values) {
        current().add(table, id, new WrittenRows.Row(List.of(), null, values));
    }

    /** A row that stood before and does no more. */
    void gone(WatchedTable table, String id) {
        current().add(table, id, new WrittenRows.Row(List.of(), null, Map.of()));
    }

    private static List<Object> keyOf(String row) {
        return new ArrayList<>(List.of((Object[]) row.split("\\|", -1)));
    }

    /** From the first moment: entities may reach the database as late as the commit itself. */
    void follow() {
        WrittenRows rows = new WrittenRows(actor.rootCase());
        TransactionSynchronizationManager.bindResource(this, rows);
        TransactionSynchronizationManager.registerSynchronization(new AtCommit(rows));
    }

    private WrittenRows current() {
        if (TransactionSynchronizationManager.getResource(this) instanceof WrittenRows rows) {
            return rows;
        }
        throw new IllegalStateException("Something was written outside a transaction, where no ledger can follow");
    }

    /** Last of all that happens before a commit. */
    private final class AtCommit implements TransactionSynchronization {

        private final WrittenRows rows;

        AtCommit(WrittenRows rows) {
            this.rows = rows;
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Ledger.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Ledger.this, rows);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            // our entities reach the database now, while the chains are not locked yet
            if (!readOnly) {
                entities.flush();
            }
            if (!rows.isEmpty()) {
                chains.append(rows);
            }
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Ledger.this);
        }
    }
}
