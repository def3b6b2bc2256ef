package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a part of the case page shows, in words and ready dates: the script only lays it out.
 *
 * @param facts label and value
 * @param columns of the table; empty for none
 */
record Panel(
        String title,
        List<Map<String, String>> facts,
        List<String> columns,
        List<List<String>> rows,
        List<Action> actions) {

    /**
     * Something the viewer may do here.
     *
     * @param kind {@code download}, {@code task} (answers with a task to go to), {@code send} (fields) or {@code upload}
     * @param path below the plugin's address
     */
    record Action(String kind, String label, String path, List<Field> fields) {}

    /** @param choices value and label; empty for a text */
    record Field(String name, String label, List<Map<String, String>> choices) {}

    static Making titled(String title) {
        return new Making(title);
    }

    /** A panel in the making. */
    static final class Making {
        private final String title;
        private final List<Map<String, String>> facts = new ArrayList<>();
        private final List<List<String>> rows = new ArrayList<>();
        private final List<Action> actions = new ArrayList<>();
        private List<String> columns = List.of();

        private Making(String title) {
            this.title = title;
        }

        Making fact(String label, Object value) {
            facts.add(Map.of("label", label, "value", value.toString()));
            return this;
        }

        Making columns(String... names) {
            columns = List.of(names);
            return this;
        }

        Making row(Object... cells) {
            rows.add(java.util.Arrays.stream(cells).map(Object::toString).toList());
            return this;
        }

        Making download(String label, String path) {
            actions.add(new Action("download", label, path, List.of()));
            return this;
        }

        Making openTask(String label, String path) {
            actions.add(new Action("task", label, path, List.of()));
            return this;
        }

        Making send(String label, String path, Field... fields) {
            actions.add(new Action("send", label, path, List.of(fields)));
            return this;
        }

        /** A download of what is chosen: the choice ends the path. */
        Making choose(String label, String path, Field choice) {
            actions.add(new Action("download", label, path, List.of(choice)));
            return this;
        }

        Making upload(String label, String path, Field... fields) {
            actions.add(new Action("upload", label, path, List.of(fields)));
            return this;
        }

        boolean hasRows() {
            return !rows.isEmpty();
        }

        Panel done() {
            return new Panel(title, List.copyOf(facts), columns, List.copyOf(rows), List.copyOf(actions));
        }
    }

    static Field text(String name, String label) {
        return new Field(name, label, List.of());
    }

    static Field choice(String name, String label, List<Map<String, String>> choices) {
        return new Field(name, label, choices);
    }

    static Map<String, String> option(Object value, String label) {
        return Map.of("value", value.toString(), "label", label);
    }
}
