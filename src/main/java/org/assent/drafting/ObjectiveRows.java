package org.assent.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.jspecify.annotations.Nullable;

/**
 * Reads a sheet with a line for each indicator, where objective and activity are merged over their lines, repeated in
 * each, or written in the first only.
 */
final class ObjectiveRows {

    private final SheetTable table;
    private final Keys keys;
    private final List<Group> objectives = new ArrayList<>();
    private final Map<String, Group> known = new HashMap<>();
    private final Map<String, Group> areas = new HashMap<>();

    ObjectiveRows(SheetTable table, Keys keys) {
        this.table = table;
        this.keys = keys;
    }

    /** An objective or an activity while its lines are gathered. */
    private static final class Group {
        final String key;
        final String name;
        String weight = "";
        final List<Group> activities = new ArrayList<>();
        final List<Indicator> indicators = new ArrayList<>();

        Group(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    List<Objective> read() {
        Group objective = null;
        Group activity = null;
        for (int row : table.rows()) {
            String[] written = written(row);
            Group previous = objective;
            objective = group(row, "objective", written[0], "o", objective, objectives);
            weigh(row, objective);
            if (objective != previous) {
                activity = null;
            }
            if (hasActivity(row, written)) {
                activity = group(row, "activity", written[1], "a", activity, objective.activities);
                if (hasIndicator(row, written)) {
                    activity.indicators.add(indicator(row, written[2]));
                }
            }
        }
        return objectives.stream().map(ObjectiveRows::objective).toList();
    }

    /** Keys of objective, activity and indicator. */
    private String[] written(int row) {
        String[] parts = table.text(row, Headings.KEY).strip().split("/", -1);
        return new String[] {part(parts, 0), part(parts, 1), part(parts, 2)};
    }

    private static String part(String[] parts, int index) {
        return index < parts.length && Check.isKey(parts[index]) ? parts[index] : "";
    }

    private boolean hasActivity(int row, String[] written) {
        return !written[1].isEmpty() || !table.text(row, "activity").isBlank() || hasIndicator(row, written);
    }

    private boolean hasIndicator(int row, String[] written) {
        return !written[2].isEmpty()
                || Headings.OBJECTIVE_COLUMNS.stream()
                        .filter(column -> !column.startsWith("objective") && !column.equals("activity"))
                        .anyMatch(column -> !table.text(row, column).isBlank());
    }

    /** The objective or activity that this line belongs to; begun if it is the first line of one. */
    private Group group(
            int row, String column, String written, String prefix, @Nullable Group current, List<Group> siblings) {
        int top = table.top(row, column);
        Group area = areas.get(column + top);
        if (top >= 0 && area != null) {
            return area;
        }
        String name = table.text(row, column);
        Group group = find(name, written, top >= 0, current, siblings);
        if (group == null) {
            group = new Group(keys.claim(written, prefix), name);
            known.put(group.key, group);
            siblings.add(group);
        }
        if (top >= 0) {
            areas.put(column + top, group);
        }
        return group;
    }

    private @Nullable Group find(
            String name, String written, boolean merged, @Nullable Group current, List<Group> siblings) {
        Group bearer = known.get(written);
        if (bearer != null && siblings.contains(bearer) && (name.isBlank() || name.equals(bearer.name))) {
            return bearer;
        }
        if (current == null || merged || bearer == null && !written.isEmpty()) {
            return null;
        }
        return name.isBlank() || name.equals(current.name) ? current : null;
    }

    private void weigh(int row, Group objective) {
        String weight = table.text(row, "objectiveWeight");
        if (objective.weight.isEmpty()) {
            objective.weight = weight;
        } else if (!weight.isBlank() && !weight.equals(objective.weight)) {
            throw table.refusal(
                    row,
                    "objectiveWeight",
                    "the objective weighs %s here and %s above; write it alike in all its lines."
                            .formatted(weight.strip(), objective.weight.strip()));
        }
    }

    private Indicator indicator(int row, String key) {
        return new Indicator(
                keys.claim(key, "i"),
                text(row, "name"),
                text(row, "unit"),
                text(row, "weight"),
                text(row, "kind"),
                text(row, "direction"),
                text(row, "accumulation"),
                text(row, "mode"),
                text(row, "actualBefore"),
                text(row, "actualLast"),
                List.of(
                        text(row, "ladder.0"),
                        text(row, "ladder.1"),
                        text(row, "ladder.2"),
                        text(row, "ladder.3"),
                        text(row, "ladder.4")),
                text(row, "projectionNext"),
                text(row, "projectionAfter"),
                text(row, "evidence"),
                text(row, "measurement"),
                text(row, "implementingUnit"),
                text(row, "budgetCode"),
                text(row, "targetBasis"),
                text(row, "parentIndicator"));
    }

    private String text(int row, String column) {
        return Choices.stored(column, table.text(row, column));
    }

    private static Objective objective(Group group) {
        return new Objective(
                group.key,
                group.name,
                group.weight,
                group.activities.stream()
                        .map(activity -> new Activity(activity.key, activity.name, activity.indicators))
                        .toList());
    }
}
