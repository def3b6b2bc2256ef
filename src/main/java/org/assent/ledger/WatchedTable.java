package org.assent.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table whose rows the ledger vouches for.
 *
 * @param name in lower case
 * @param key columns that tell its rows apart; of a collection, the columns of its owner
 * @param isCollection whether all rows of one owner count as one row, in whatever order
 * @param isPersonal whether its rows may hold a person's data, so that only a salted digest of them is kept
 * @param only which rows are watched, as the end of a query; empty for all
 */
record WatchedTable(String name, List<String> key, boolean isCollection, boolean isPersonal, String only) {

    private static final String JOINED = "|";

    /** Those of ours that are written past Hibernate, with their keys. */
    static final List<WatchedTable> PAST_HIBERNATE = List.of(
            new WatchedTable("sent_mail", List.of("message_key"), false, true, ""),
            new WatchedTable("first_administrator", List.of("id"), false, true, ""));

    static WatchedTable ofEngine(String name) {
        return switch (name) {
            case "act_id_membership" -> new WatchedTable(name, List.of("user_id_", "group_id_"), false, false, "");
            // hashed passwords, names and addresses of officials
            case "act_id_user", "act_id_info" -> new WatchedTable(name, List.of("id_"), false, true, "");
            // type 2: what running variables hold
            case "act_ge_bytearray" ->
                new WatchedTable(name, List.of("id_"), false, false, " where type_ is not null and type_ <> 2");
            default -> new WatchedTable(name, List.of("id_"), false, false, "");
        };
    }

    String rowOf(Map<String, String> values) {
        return String.join(
                JOINED,
                key.stream().map(column -> values.getOrDefault(column, "")).toList());
    }

    /** Two elements of a collection as one, whichever the database gave first. */
    Map<String, String> join(Map<String, String> before, Map<String, String> added) {
        Map<String, String> joined = new TreeMap<>();
        // an element's own canonical form is its name, so that order does not count
        if (before.containsKey("elements")) {
            joined.putAll(before);
        } else {
            key.forEach(column -> joined.put(column, before.getOrDefault(column, "")));
            joined.put("elements", CanonicalJson.write(before));
        }
        String[] lines = (joined.get("elements") + "\n" + CanonicalJson.write(added)).split("\n");
        Arrays.sort(lines);
        joined.put("elements", String.join("\n", lines));
        return joined;
    }
}
