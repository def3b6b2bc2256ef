package org.assent.engine;

import java.util.List;

/**
 * Where a capability keeps what it knows of people, so that it can be erased. Public: each capability that keeps any
 * says so.
 */
public interface PeopleKept {

    /** In the order of erasing: what points at something goes before it. */
    List<Kept> kept();

    /** What of it is about one person alone, with two places: the project's code, and the person's reference in it. */
    default List<Kept> keptOfPerson() {
        return List.of();
    }

    /**
     * Rows of one case, or of one person in it.
     *
     * @param key column that tells the rows apart
     * @param ofCase which rows, as the end of a query with its places, of a case one for the business key
     * @param columns that are emptied; none where the whole rows go
     */
    record Kept(String table, String key, String ofCase, List<String> columns) {

        public static Kept rows(String table, String key, String ofCase) {
            return new Kept(table, key, ofCase, List.of());
        }

        public static Kept columns(String table, String key, String ofCase, String... columns) {
            return new Kept(table, key, ofCase, List.of(columns));
        }
    }
}
