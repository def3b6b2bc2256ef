package org.assent.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One table of what is expected, as it lies in a CSV beside the tests: some columns say what is tried, one for each role
 * what should come of it.
 */
record Matrix(String name, List<String> about, List<String> columns, List<Row> rows) {

    /** What is tried, by column, and what is expected, by role. */
    record Row(Map<String, String> tried, Map<String, String> expected) {

        String get(String column) {
            return Objects.requireNonNull(tried.get(column), column);
        }
    }

    /** Every role of the trial must have its column. */
    static Matrix read(String name) {
        List<String> about = new ArrayList<>();
        List<List<String>> lines = new ArrayList<>();
        for (String line : text(name).split("\n")) {
            if (line.startsWith("#")) {
                about.add(line.substring(1).strip());
            } else if (!line.isBlank()) {
                lines.add(cells(line));
            }
        }
        List<String> head = lines.get(0);
        List<String> roles = Trial.ROLES.stream().map(Trial.Role::name).toList();
        int first = head.size() - roles.size();
        if (first < 1 || !head.subList(first, head.size()).equals(roles)) {
            throw new AssertionError(name + " must end with the columns " + roles);
        }
        List<Row> rows = lines.subList(1, lines.size()).stream()
                .map(line -> {
                    if (line.size() != head.size()) {
                        throw new AssertionError(name + ": a row has not one cell for each column: " + line);
                    }
                    Map<String, String> tried = new LinkedHashMap<>();
                    Map<String, String> expected = new LinkedHashMap<>();
                    for (int column = 0; column < head.size(); column++) {
                        (column < first ? tried : expected).put(head.get(column), line.get(column));
                    }
                    return new Row(tried, expected);
                })
                .toList();
        return new Matrix(name, about, head.subList(0, first), rows);
    }

    private static String text(String name) {
        try (var file = Matrix.class.getResourceAsStream(name + ".csv")) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '"') {
                // a doubled quotation mark inside quotation marks is one
                if (quoted && at + 1 < line.length() && line.charAt(at + 1) == '"') {
                    cell.append('"');
                    at++;
                } else {
                    quoted = !quoted;
                }
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
