package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.engine.Refusal;
import org.assent.engine.RetentionProof;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Asks a case's own chain since when it is over, and not the engine's rows: whoever can write those alone could set an
 * end back, and let the clean-up bury what has just happened.
 */
@Component
class EndOfRetention implements RetentionProof {

    private static final String TABLE = "act_hi_procinst";

    private final JdbcTemplate database;
    private final EntryMarks marks;
    private final Clock engineTime;

    EndOfRetention(JdbcTemplate database, EntryMarks marks, Clock engineTime) {
        this.database = database;
        this.marks = marks;
        this.engineTime = engineTime;
    }

    @Override
    public void demandOver(String rootCase, Collection<String> instances) {
        List<String> secrets = marks.known();
        Map<String, JsonNode> recorded = recorded(rootCase, Set.copyOf(instances), secrets);
        Set<String> elsewhere = new HashSet<>(instances);
        elsewhere.removeAll(recorded.keySet());
        // what stood before the ledger began, and what is left of a case that was buried already
        for (String chain : List.of("desk:" + TABLE, Tombstones.CHAIN)) {
            if (!elsewhere.isEmpty()) {
                recorded.putAll(recorded(chain, elsewhere, secrets));
            }
        }
        Instant now = engineTime.instant();
        for (String instance : instances) {
            JsonNode last = recorded.get(instance);
            if (last == null) {
                throw new Refusal(kept(instance) + "the ledger has no record of it.");
            }
            String ended = last.path("end_time_").asText();
            if (ended.isEmpty()) {
                throw new Refusal(kept(instance) + "by the ledger it is not over.");
            }
            // the engine writes its times in the zone of its process
            Instant over = LocalDateTime.parse(ended)
                    .atZone(ZoneId.systemDefault())
                    .plusDays(days(last.path("proc_def_id_").asText(), instance))
                    .toInstant();
            // the rows say when the clean-up may go; a second is what databases round
            if (over.truncatedTo(ChronoUnit.SECONDS).isAfter(now)) {
                throw new Refusal(kept(instance) + "by the ledger its time of retention ends on " + over + ".");
            }
        }
    }

    private long days(String definition, String instance) {
        return database
                .queryForList("select history_ttl_ from act_re_procdef where id_ = ?", Integer.class, definition)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Refusal(kept(instance) + "nothing says how long its process is kept."));
    }

    /** By process instance its row as the chain last tells it. */
    private Map<String, JsonNode> recorded(String chain, Set<String> instances, List<String> secrets) {
        Map<String, JsonNode> last = new HashMap<>();
        database.query(
                "select content, previous, hash, mark from ledger_entry where chain = ? order by position",
                row -> {
                    String content = row.getString(1);
                    String hash = row.getString(3);
                    if (content.isEmpty()) {
                        return;
                    }
                    if (!Hash.link(row.getString(2), content).equals(hash)
                            || !EntryMarks.isGenuine(secrets, hash, row.getString(4))) {
                        throw new Refusal(kept(chain) + "its record in the ledger was changed.");
                    }
                    if (content.contains(TABLE)) {
                        for (JsonNode record : CanonicalJson.read(content).path("records")) {
                            String of = record.path("row").asText();
                            if (record.path("table").asText().equals(TABLE) && instances.contains(of)) {
                                last.put(of, record.path("values"));
                            }
                        }
                    }
                },
                chain);
        return last;
    }

    private static String kept(String what) {
        return "The history of " + what + " stays, and with it all that would go now: ";
    }
}
