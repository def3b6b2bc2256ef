package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Retention: with the history of a case goes the content of its chain. Its hashes stay, and a tombstone says of which
 * entries; what the chain last said of rows that still stand is said again, with the entry it is from.
 */
final class Tombstones {

    static final String CHAIN = "desk:tombstone";
    static final String CLEANED = "cleaned";
    static final String STONE = "tombstone";
    static final String KEPT = "kept";
    static final String RECORDED = "recorded";

    private final JdbcTemplate database;
    private final StoredRows stored;

    Tombstones(JdbcTemplate database, StoredRows stored) {
        this.database = database;
        this.stored = stored;
    }

    /** When a root case was cleaned away: the records that stand in for its chain. */
    List<Map<String, Object>> after(WrittenRows.Happening cleaned) {
        List<Map<String, Object>> stones = new ArrayList<>();
        if (cleaned.kind().equals(CLEANED)
                && "act_hi_procinst".equals(cleaned.facts().get("table"))) {
            String ids = Objects.requireNonNull(cleaned.facts().get("ids"));
            for (String id : ids.split(" ")) {
                database.query(
                                "select position, hash from ledger_chain where chain = ?",
                                (row, number) -> stone(id, row.getLong(1), row.getString(2)),
                                id)
                        .forEach(stones::addAll);
            }
        }
        return stones;
    }

    private List<Map<String, Object>> stone(String chain, long position, String hash) {
        List<Map<String, Object>> records = new ArrayList<>();
        records.add(Map.of(
                "kind", STONE, "facts", Map.of("chain", chain, "position", Long.toString(position), "hash", hash)));
        records.addAll(issued(chain));
        lastWords(chain).forEach((row, said) -> {
            if (said.isStanding()) {
                records.add(said.again());
            }
        });
        database.update("update ledger_entry set content = '' where chain = ?", chain);
        return records;
    }

    /** A document may be asked for longer than its case. */
    private List<Map<String, Object>> issued(String chain) {
        List<Map<String, Object>> issued = new ArrayList<>();
        database.query(
                "select content, wall_at from ledger_entry where chain = ? order by position",
                row -> {
                    String content = row.getString(1);
                    if (content.contains("\"sha256\":\"")) {
                        for (JsonNode record : CanonicalJson.read(content).path("records")) {
                            JsonNode facts = record.path("facts");
                            if (facts.has("sha256")) {
                                Map<String, String> again = new LinkedHashMap<>();
                                facts.fields()
                                        .forEachRemaining(fact -> again.put(
                                                fact.getKey(), fact.getValue().asText()));
                                again.putIfAbsent(
                                        RECORDED,
                                        row.getObject(2, OffsetDateTime.class)
                                                .toInstant()
                                                .toString());
                                issued.add(Map.of("kind", record.path("kind").asText(), "facts", again));
                            }
                        }
                    }
                },
                chain);
        return issued;
    }

    private Map<String, Said> lastWords(String chain) {
        Map<String, Said> last = new LinkedHashMap<>();
        database.query(
                "select id, content from ledger_entry where chain = ? order by position",
                row -> {
                    String content = row.getString(2);
                    if (!content.isEmpty()) {
                        for (JsonNode record : CanonicalJson.read(content).path("records")) {
                            if (record.has("row")) {
                                last.put(
                                        record.path("table").asText() + "\n"
                                                + record.path("row").asText(),
                                        new Said(row.getLong(1), record));
                            }
                        }
                    }
                },
                chain);
        return last;
    }

    /** What an entry said of a row. */
    private final class Said {

        private final long entry;
        private final JsonNode record;

        Said(long entry, JsonNode record) {
            this.entry = entry;
            this.record = record;
        }

        /** Of the engine's rows those that retention left; of ours also one that is missing, or nobody would miss it. */
        boolean isStanding() {
            if (record.path("kind").asText().equals("removed")) {
                return false;
            }
            String table = record.path("table").asText();
            if (!table.startsWith("act_")) {
                return true;
            }
            List<Object> key = List.of((Object[]) record.path("row").asText().split("\\|", -1));
            return !stored.read(WatchedTable.ofEngine(table), List.of(key)).isEmpty();
        }

        Map<String, Object> again() {
            Map<String, Object> again = new LinkedHashMap<>();
            again.put("kind", KEPT);
            again.put("entry", record.path("entry").asText(Long.toString(entry)));
            again.put("table", record.path("table").asText());
            again.put("row", record.path("row").asText());
            for (String name : List.of("digest", "values")) {
                if (record.has(name)) {
                    again.put(name, record.get(name));
                }
            }
            return again;
        }
    }
}
