package org.assent.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one transaction has written so far. */
final class WrittenRows {

    /**
     * One row.
     *
     * @param rootCase whose it is, if it says so
     * @param values if they have been read already
     */
    record Row(List<Object> key, @Nullable String rootCase, @Nullable Map<String, String> values) {}

    /** Something that is no row: rows gone in bulk, a login, a document that left the house. */
    record Happening(String kind, Map<String, String> facts, @Nullable String rootCase) {}

    private final @Nullable String begunIn;
    private final Map<WatchedTable, Map<String, Row>> rows = new LinkedHashMap<>();
    private final List<Happening> happenings = new ArrayList<>();
    private final Set<String> cases = new TreeSet<>();
    private final Set<WatchedTable> rewritten = new LinkedHashSet<>();

    /** @param begunIn the case in whose step the transaction was begun, if it was */
    WrittenRows(@Nullable String begunIn) {
        this.begunIn = begunIn;
    }

    void add(WatchedTable table, String id, Row row) {
        rows.computeIfAbsent(table, name -> new TreeMap<>()).put(id, row);
        if (row.rootCase() != null) {
            cases.add(row.rootCase());
        }
    }

    void add(Happening happening) {
        happenings.add(happening);
    }

    /** Some of its rows, nobody knows which. */
    void addAll(WatchedTable table) {
        rewritten.add(table);
    }

    Set<WatchedTable> rewritten() {
        return rewritten;
    }

    Map<WatchedTable, Map<String, Row>> rows() {
        return rows;
    }

    List<Happening> happenings() {
        return happenings;
    }

    boolean isEmpty() {
        return rows.isEmpty() && happenings.isEmpty() && rewritten.isEmpty();
    }

    /**
     * The chain for a row of no case of its own: that of the one case the transaction is about. Beside several cases, or
     * none, the chain of its table.
     */
    String chainOf(String table, @Nullable String rootCase) {
        if (rootCase != null) {
            return rootCase;
        }
        String only =
                cases.isEmpty() ? begunIn : cases.size() == 1 ? cases.iterator().next() : null;
        return only == null || table.startsWith("act_") ? "desk:" + table : only;
    }
}
