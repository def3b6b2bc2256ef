package org.assent.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.engine.RowWatch;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Rows as the database holds them, each in one form that does not depend on the database: columns by name in lower
 * case, values as texts, bytes as their hash, empty columns left out.
 */
final class StoredRows {

    /** Set by the engine long after the row is written, and no evidence; and what the engine counts for itself. */
    private static final Set<String> UNSTEADY = Set.of("removal_time_");

    private static final int AT_ONCE = 500;

    private static final Pattern NUMBER = Pattern.compile("[-+.0-9Ee]+");

    private final JdbcTemplate database;
    private final Map<String, Map<String, String>> columns = new ConcurrentHashMap<>();
    private volatile @Nullable Boolean postgres;

    StoredRows(JdbcTemplate database) {
        this.database = database;
    }

    /** The names of all tables, in lower case. */
    List<String> tables() {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema in ('public', 'PUBLIC')",
                        String.class)
                .stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The engine's tables that the ledger vouches for. */
    List<WatchedTable> tablesOfEngine() {
        return tables().stream()
                .filter(RowWatch::isWatched)
                .sorted()
                .map(WatchedTable::ofEngine)
                .toList();
    }

    /** Those of the rows with these keys that exist, by row. */
    Map<String, Map<String, String>> read(WatchedTable table, Collection<List<Object>> keys) {
        // thousands of pairs would be compared with every row: asked is by the column that tells least apart
        List<Set<Object>> distinct = new ArrayList<>();
        for (int i = 0; i < table.key().size(); i++) {
            int column = i;
            distinct.add(keys.stream().map(key -> key.get(column)).collect(Collectors.toSet()));
        }
        int column = distinct.indexOf(Collections.min(distinct, Comparator.comparing(Set::size)));
        Map<String, Map<String, String>> found = new HashMap<>();
        List<Object> all = List.copyOf(distinct.get(column));
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<Object> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            collect(
                    "select * from " + table.name() + " where " + table.key().get(column) + " in (?"
                            + ", ?".repeat(some.size() - 1) + ")",
                    table,
                    some.toArray(),
                    found);
        }
        if (table.key().size() > 1) {
            found.keySet()
                    .retainAll(keys.stream()
                            .map(key -> key.stream().map(String::valueOf).collect(Collectors.joining("|")))
                            .collect(Collectors.toSet()));
        }
        return found;
    }

    /** The row with this key, or all of one owner's; empty when there is none. Locked against other writers. */
    Map<String, String> hold(WatchedTable table, List<Object> key) {
        Map<String, Map<String, String>> found = new HashMap<>();
        collect(
                "select * from " + table.name() + " where " + String.join(" = ? and ", table.key()) + " = ? for update",
                table,
                key.toArray(),
                found);
        return found.isEmpty() ? Map.of() : found.values().iterator().next();
    }

    /**
     * Those of these rows that exist, by table and row. Each transaction asks this once, so on PostgreSQL it is one
     * question for all tables, always in the same words for the same tables.
     */
    Map<WatchedTable, Map<String, Map<String, String>>> readAll(Map<WatchedTable, List<List<Object>>> keys) {
        Map<WatchedTable, Map<String, Map<String, String>>> found = new HashMap<>();
        List<WatchedTable> together = new ArrayList<>();
        keys.forEach((table, some) -> {
            if (isPostgres() && !table.isCollection() && table.key().size() == 1 && !some.isEmpty()) {
                found.put(table, new HashMap<>());
                together.add(table);
            } else {
                found.put(table, read(table, some));
            }
        });
        if (!together.isEmpty()) {
            together.sort(Comparator.comparing(WatchedTable::name));
            readTogether(together, keys, found);
        }
        return found;
    }

    private void readTogether(
            List<WatchedTable> tables,
            Map<WatchedTable, List<List<Object>>> keys,
            Map<WatchedTable, Map<String, Map<String, String>>> found) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            WatchedTable table = tables.get(i);
            parts.add("select %d, row_to_json(t)::text from %s t where t.%s = any(?)"
                    .formatted(i, table.name(), table.key().get(0)));
        }
        database.query(
                String.join(" union all ", parts),
                statement -> {
                    for (int i = 0; i < tables.size(); i++) {
                        Object[] some = Objects.requireNonNull(keys.get(tables.get(i))).stream()
                                .map(key -> key.get(0))
                                .toArray();
                        String type = some[0] instanceof Number ? "bigint" : "varchar";
                        statement.setArray(i + 1, statement.getConnection().createArrayOf(type, some));
                    }
                },
                (RowCallbackHandler) row -> {
                    WatchedTable table = tables.get(row.getInt(1));
                    Map<String, String> values = valuesOf(table, CanonicalJson.read(row.getString(2)));
                    Objects.requireNonNull(found.get(table)).put(table.rowOf(values), values);
                });
    }

    /** The same texts as {@link #valuesOf(ResultSet)} gives. */
    private Map<String, String> valuesOf(WatchedTable table, JsonNode row) {
        Map<String, String> types = columns.computeIfAbsent(table.name(), this::typesOf);
        Map<String, String> values = new TreeMap<>();
        row.fields().forEachRemaining(column -> {
            if (!UNSTEADY.contains(column.getKey()) && !column.getValue().isNull()) {
                String text = column.getValue().asText();
                values.put(
                        column.getKey(),
                        switch (types.getOrDefault(column.getKey(), "")) {
                            case "timestamptz" ->
                                OffsetDateTime.parse(text).toInstant().toString();
                            case "timestamp" -> LocalDateTime.parse(text).toString();
                            case "float4", "float8" -> Double.toString(Double.parseDouble(text));
                            case "numeric" -> column.getValue().decimalValue().toPlainString();
                            case "time" -> LocalTime.parse(text).toString();
                            case "bytea" -> "sha256:" + Hash.of(HexFormat.of().parseHex(text.substring(2)));
                            default -> text;
                        });
            }
        });
        return values;
    }

    private Map<String, String> typesOf(String table) {
        return Objects.requireNonNull(database.query("select * from " + table + " where 1 = 0", none -> {
            Map<String, String> types = new HashMap<>();
            ResultSetMetaData about = none.getMetaData();
            for (int i = 1; i <= about.getColumnCount(); i++) {
                types.put(about.getColumnName(i), about.getColumnTypeName(i));
            }
            return types;
        }));
    }

    boolean isPostgres() {
        Boolean known = postgres;
        if (known == null) {
            known = "PostgreSQL".equals(database.execute((ConnectionCallback<String>)
                    connection -> connection.getMetaData().getDatabaseProductName()));
            postgres = known;
        }
        return known;
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
            // what a driver calls a number or a time in words differs between its ways of fetching them
            case Types.DOUBLE, Types.FLOAT, Types.REAL -> {
                double number = row.getDouble(column);
                return row.wasNull() ? null : Double.toString(number);
            }
            case Types.DATE -> {
                return text(row.getObject(column, LocalDate.class));
            }
            case Types.TIME -> {
                return text(row.getObject(column, LocalTime.class));
            }
            case Types.NUMERIC, Types.DECIMAL -> {
                String number = row.getString(column);
                // what is no number (PostgreSQL knows NaN) is told as it stands
                return number == null || !NUMBER.matcher(number).matches()
                        ? number
                        : new BigDecimal(number).toPlainString();
            }
            default -> {
                return row.getString(column);
            }
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String instant(@Nullable OffsetDateTime at) {
        return at == null
                ? null
                : at.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toString();
    }
}
