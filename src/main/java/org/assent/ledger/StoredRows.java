package org.assent.ledger;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows as the database holds them, each in one form that does not depend on the database: columns by name in lower
 * case, values as texts, bytes as their hash, empty columns left out.
 */
final class StoredRows {

    /** Set by the engine long after the row is written, and no evidence; and what the engine counts for itself. */
    private static final Set<String> UNSTEADY = Set.of("removal_time_");

    private static final int AT_ONCE = 500;

    private final JdbcTemplate database;

    StoredRows(JdbcTemplate database) {
        this.database = database;
    }

    /** Those of the rows with these keys that exist, by row. */
    Map<String, Map<String, String>> read(WatchedTable table, Collection<List<Object>> keys) {
        Map<String, Map<String, String>> found = new HashMap<>();
        List<List<Object>> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<List<Object>> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            String places = table.place() + (some.size() == 1 ? "" : " or " + table.place()).repeat(some.size() - 1);
            if (table.key().size() == 1) {
                places = table.key().get(0) + " in (?" + ", ?".repeat(some.size() - 1) + ")";
            }
            collect(
                    "select * from " + table.name() + " where " + places,
                    table,
                    some.stream().flatMap(List::stream).toArray(),
                    found);
        }
        return found;
    }

    /** A row's key as the database takes it, from the row's name. */
    List<List<Object>> keys(WatchedTable table, Collection<String> rows) {
        List<Integer> types = Objects.requireNonNull(database.query(
                "select " + String.join(", ", table.key()) + " from " + table.name() + " where 1 = 0", none -> {
                    List<Integer> found = new ArrayList<>();
                    for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
                        found.add(none.getMetaData().getColumnType(i));
                    }
                    return found;
                }));
        return rows.stream()
                .map(row -> {
                    String[] parts = row.split("\\|", -1);
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < parts.length; i++) {
                        boolean number = List.of(Types.BIGINT, Types.INTEGER, Types.SMALLINT)
                                .contains(types.get(i));
                        key.add(number ? (Object) Long.valueOf(parts[i]) : parts[i]);
                    }
                    return key;
                })
                .toList();
    }

    private void collect(String sql, WatchedTable table, Object[] keys, Map<String, Map<String, String>> found) {
        database.query(
                sql,
                row -> {
                    Map<String, String> values = valuesOf(row);
                    String id = table.rowOf(values);
                    Map<String, String> before = found.put(id, values);
                    if (before != null) {
                        // a collection: one row of ours is several of the database's
                        found.put(id, table.join(before, values));
                    }
                },
                keys);
    }

    /** Every row of a table, one after the other. */
    void each(WatchedTable table, BiConsumer<String, Map<String, String>> each) {
        if (table.isCollection()) {
            Map<String, Map<String, String>> all = new TreeMap<>();
            collect("select * from " + table.name(), table, new Object[0], all);
            all.forEach(each);
            return;
        }
        database.query("select * from " + table.name() + table.only(), row -> {
            Map<String, String> values = valuesOf(row);
            each.accept(table.rowOf(values), values);
        });
    }

    private static Map<String, String> valuesOf(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, String> values = new TreeMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
            String value = UNSTEADY.contains(name) ? null : valueOf(row, i, columns.getColumnType(i));
            if (value != null) {
                values.put(name, value);
            }
        }
        return values;
    }

    private static @Nullable String valueOf(ResultSet row, int column, int type) throws SQLException {
        switch (type) {
            case Types.TIMESTAMP_WITH_TIMEZONE -> {
                return instant(row.getObject(column, OffsetDateTime.class));
            }
            case Types.TIMESTAMP -> {
                // PostgreSQL calls a time with zone by this name too
                if (row.getMetaData().getColumnTypeName(column).equals("timestamptz")) {
                    return instant(row.getObject(column, OffsetDateTime.class));
                }
                LocalDateTime at = row.getObject(column, LocalDateTime.class);
                return at == null ? null : at.toString();
            }
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> {
                byte[] bytes = row.getBytes(column);
                return bytes == null ? null : "sha256:" + Hash.of(bytes);
            }
            case Types.BOOLEAN, Types.BIT -> {
                boolean value = row.getBoolean(column);
                return row.wasNull() ? null : Boolean.toString(value);
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                var number = row.getBigDecimal(column);
                return number == null ? null : number.toPlainString();
            }
            default -> {
                return row.getString(column);
            }
        }
    }

    private static @Nullable String instant(@Nullable OffsetDateTime at) {
        return at == null
                ? null
                : at.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
    }
}
