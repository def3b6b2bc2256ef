package org.assent.engine;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Looks for texts in every column of every table whose name fits, characters and bytes alike. */
public final class EngineTables {

    /** The engine's own, runtime, history, byte arrays and all, and the ledger. */
    public static final String ENGINE = "(act|ledger)_.*";

    private EngineTables() {}

    /** Each find as the table, the column and the text. */
    public static Set<String> find(JdbcTemplate database, String tables, Collection<String> texts) {
        Set<String> found = new TreeSet<>();
        database.queryForList("select table_name from information_schema.tables", String.class).stream()
                .filter(table -> table.toLowerCase(Locale.ROOT).matches(tables))
                .forEach(table -> database.query("select * from " + table, row -> {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String content = content(row, i);
                        String column = table + "." + row.getMetaData().getColumnName(i) + ": ";
                        texts.stream().filter(content::contains).forEach(text -> found.add(column + text));
                    }
                }));
        return found;
    }

    private static String content(ResultSet row, int column) throws SQLException {
        switch (row.getMetaData().getColumnType(column)) {
            case Types.BLOB, Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY -> {
                byte[] bytes = row.getBytes(column);
                return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
            }
            default -> {
                String text = row.getString(column);
                return text == null ? "" : text;
            }
        }
    }
}
