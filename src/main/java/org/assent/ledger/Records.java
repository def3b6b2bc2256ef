package org.assent.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.assent.ledger.EntryContent.Saying;
import org.jspecify.annotations.Nullable;

/** What the entries of all chains say last of each row, and what retention took away. */
final class Records {

    /** The last that the ledger says of a row. */
    record Last(long entry, boolean removed, byte[] digest) {}

    /** What retention removed, by whichever statement. */
    record Cleaned(long entry, Map<String, String> where) {}

    /** Where the content of a chain was buried. */
    record Stone(long position, String hash) {}

    private final Map<String, Map<String, Last>> records = new HashMap<>();
    private final Map<String, Map<String, Long>> cleanedIds = new HashMap<>();
    private final Map<String, List<Cleaned>> cleanedWhere = new HashMap<>();
    private final Map<String, Stone> stones = new HashMap<>();
    private final Map<String, Map<String, RowHistory>> histories = new HashMap<>();
    private final NavigableSet<Long> buried = new TreeSet<>();
    private final Map<Long, Set<String>> documents = new HashMap<>();

    void remember(long id, Saying saying) {
        switch (saying.kind()) {
            case "written", "removed", Tombstones.KEPT -> {
                histories
                        .computeIfAbsent(saying.table(), name -> new HashMap<>())
                        .computeIfAbsent(saying.row(), name -> new RowHistory())
                        .add(saying);
                records.computeIfAbsent(saying.table(), name -> new HashMap<>())
                        .merge(
                                saying.row(),
                                new Last(saying.entry(), saying.kind().equals("removed"), saying.digest()),
                                (old, now) -> old.entry() > now.entry() ? old : now);
            }
            case Tombstones.CLEANED -> {
                String table = saying.facts().getOrDefault("table", "");
                for (String row : saying.facts().getOrDefault("ids", "").split(" ")) {
                    // what went by what it was about names no ids: nothing has the empty one
                    if (!row.isEmpty()) {
                        cleanedIds
                                .computeIfAbsent(table, name -> new HashMap<>())
                                .merge(row, id, Math::max);
                    }
                }
                Map<String, String> where = new HashMap<>();
                CanonicalJson.read(saying.facts().getOrDefault("where", "{}"))
                        .fields()
                        .forEachRemaining(column ->
                                where.put(column.getKey(), column.getValue().asText()));
                if (!where.isEmpty()) {
                    cleanedWhere
                            .computeIfAbsent(table, name -> new ArrayList<>())
                            .add(new Cleaned(id, where));
                }
            }
            case Tombstones.STONE ->
                stones.put(
                        saying.facts().getOrDefault("chain", ""),
                        new Stone(
                                Long.parseLong(saying.facts().getOrDefault("position", "0")),
                                saying.facts().getOrDefault("hash", "")));
            default -> {
                // a login: nothing stands in a table for it
            }
        }
        String document = saying.facts().get("sha256");
        if (document != null) {
            documents.computeIfAbsent(id, entry -> new HashSet<>()).add(document);
        }
    }

    /** By entry, the hashes of the documents that it tells of. */
    Map<Long, Set<String>> documents() {
        return documents;
    }

    boolean isBuried(long entry) {
        return buried.contains(entry);
    }

    /** An entry whose content retention took. */
    void buried(long entry) {
        buried.add(entry);
    }

    /** Rows that were not as recorded when the desk wrote them again, and so are as recorded now. */
    void tellOverwritten(Findings findings) {
        histories.forEach((table, rows) -> rows.forEach((row, history) -> history.overwritten(buried)
                .ifPresent(entry -> findings.add(
                        Finding.Fault.CHANGED,
                        table + " " + row,
                        "It was not as recorded when the desk wrote it again, in entry " + entry + "."))));
    }

    /** The tables of whose rows anything was recorded. */
    Set<String> tables() {
        return records.keySet();
    }

    /** By the row's id. */
    Map<String, Last> of(String table) {
        return records.getOrDefault(table, Map.of());
    }

    /** The entries that tell of the ids, of rows or of what rows are about. */
    Map<String, Long> cleanedIds(String table) {
        return cleanedIds.getOrDefault(table, Map.of());
    }

    List<Cleaned> cleanedWhere(String table) {
        return cleanedWhere.getOrDefault(table, List.of());
    }

    @Nullable
    Stone stone(String chain) {
        return stones.get(chain);
    }
}
