package org.assent.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one entry says, read in one pass: an audit reads all of them. */
final class EntryContent {

    private static final JsonFactory JSON = new JsonFactory();
    private static final byte[] NOTHING = {};
    /** What the engine writes once, with the row; its later statements name other columns. */
    private static final Map<String, Set<String>> LASTING = Map.of(
            "act_hi_procinst",
            Set.of("start_time_", "start_user_id_", "super_process_instance_id_", "root_proc_inst_id_", "tenant_id_"),
            "act_hi_taskinst",
            Set.of("start_time_", "proc_inst_id_", "root_proc_inst_id_", "tenant_id_"),
            "act_hi_actinst",
            Set.of("start_time_", "proc_inst_id_", "root_proc_inst_id_", "tenant_id_"),
            "act_hi_varinst",
            Set.of("create_time_", "name_", "proc_inst_id_", "root_proc_inst_id_", "tenant_id_"),
            "act_hi_incident",
            Set.of("create_time_", "proc_inst_id_", "root_proc_inst_id_", "tenant_id_"));

    /**
     * What the entry says of a row, or of something that is no row.
     *
     * @param entry where it was first said, for what retention said again
     * @param digest of the row, salted if it is a person's; empty when the row was removed
     * @param before the same of the row as it stood before, where that was looked at; else empty
     * @param lasting digest of what nobody ever changes in such a row of the engine's; empty for other rows
     * @param isSalted whether the entry holds the digest alone, and the row lies elsewhere
     * @param facts of what is no row
     */
    record Saying(
            String kind,
            String table,
            String row,
            long entry,
            byte[] digest,
            byte[] before,
            byte[] lasting,
            boolean isSalted,
            Map<String, String> facts) {}

    private final Map<String, String> head = new HashMap<>();
    private final List<Saying> sayings = new ArrayList<>();

    private EntryContent() {}

    String head(String name) {
        return head.getOrDefault(name, "");
    }

    List<Saying> sayings() {
        return sayings;
    }

    /** @throws IllegalArgumentException when it is no entry */
    static EntryContent read(String content) {
        EntryContent entry = new EntryContent();
        try (JsonParser json = JSON.createParser(content)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() == JsonToken.START_ARRAY && name.equals("records")) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        entry.sayings.add(saying(json, content, entry.head));
                    }
                } else {
                    expect(json.currentToken() == JsonToken.VALUE_STRING);
                    entry.head.put(name, json.getText());
                }
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
            return entry;
        } catch (IOException e) {
            throw new IllegalArgumentException("This is no entry of the ledger", e);
        }
    }

    private static Saying saying(JsonParser json, String content, Map<String, String> head) throws IOException {
        Map<String, String> parts = new HashMap<>();
        Map<String, String> facts = new HashMap<>();
        byte[] digest = NOTHING;
        byte[] lasting = NOTHING;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.START_OBJECT && name.equals("facts")) {
                while (json.nextToken() == JsonToken.FIELD_NAME) {
                    String fact = json.currentName();
                    json.nextToken();
                    facts.put(fact, json.getText());
                }
            } else if (value == JsonToken.START_OBJECT) {
                int from = (int) json.currentTokenLocation().getCharOffset();
                lasting = lasting(json, LASTING.getOrDefault(parts.getOrDefault("table", ""), Set.of()));
                int until = (int) json.currentLocation().getCharOffset();
                // as it stands: canonical, or its hash differs
                digest = Hash.bytes(content.substring(from, until).getBytes(StandardCharsets.UTF_8));
            } else {
                expect(value == JsonToken.VALUE_STRING);
                parts.put(name, json.getText());
            }
        }
        if (parts.containsKey("digest")) {
            digest = Hash.unhex(parts.get("digest"));
        }
        String entry = parts.getOrDefault("entry", head.getOrDefault("entry", "0"));
        return new Saying(
                parts.getOrDefault("kind", ""),
                parts.getOrDefault("table", ""),
                parts.getOrDefault("row", ""),
                Long.parseLong(entry),
                digest,
                parts.containsKey("before") ? Hash.unhex(parts.get("before")) : NOTHING,
                lasting,
                parts.containsKey("digest"),
                facts);
    }

    private static byte[] lasting(JsonParser json, Set<String> columns) throws IOException {
        if (columns.isEmpty()) {
            json.skipChildren();
            return NOTHING;
        }
        StringBuilder values = new StringBuilder();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String column = json.currentName();
            json.nextToken();
            if (columns.contains(column)) {
                values.append(column).append('=').append(json.getText()).append('\n');
            }
        }
        return Hash.bytes(values.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not as an entry is written");
        }
    }
}
