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
    private final Map<WatchedTable, Map<String, Map<String, String>>> before = new LinkedHashMap<>();

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

    /** Whether nothing is known yet of this row: what it is now, others have written. */
    boolean isUntouched(WatchedTable table, String id) {
        return !rows.getOrDefault(table, Map.of()).containsKey(id)
                && !before.getOrDefault(table, Map.of()).containsKey(id);
    }

    /** How a row stood before this transaction wrote it. */
    void addBefore(WatchedTable table, String id, Map<String, String> values) {
        before.computeIfAbsent(table, name -> new TreeMap<>()).put(id, values);
    }

    /** A row that gets another salt can no longer be held against what was recorded of it. */
    void forgetBefore(WatchedTable table, String id) {
        before.getOrDefault(table, new TreeMap<>()).remove(id);
    }

    @Nullable
    Map<String, String> before(WatchedTable table, String id) {
        return before.getOrDefault(table, Map.of()).get(id);
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
