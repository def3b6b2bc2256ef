package org.assent.organisation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/** The tree as it would be after an import: what there is, with the lines of the file laid over it. */
final class OrganisationTree {

    /** An office's place; line 0 where the file does not name it. */
    private record Place(String code, OfficeLevel level, @Nullable String parent, int line) {}

    private final Map<String, Organisation> before;
    private final List<OrganisationLine> lines;
    private final Map<String, Place> places = new HashMap<>();
    private final Map<String, String> ministries = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    OrganisationTree(Map<String, Organisation> before, List<OrganisationLine> lines) {
        this.before = before;
        this.lines = lines;
        before.values()
                .forEach(office ->
                        places.put(office.code(), new Place(office.code(), office.level(), office.parent(), 0)));
        lines.forEach(
                line -> places.put(line.code(), new Place(line.code(), line.level(), line.parent(), line.line())));
    }

    /** Nothing where the offices make a tree in which each has its ministry. */
    List<Problem> problems() {
        lines.forEach(this::check);
        if (problems.isEmpty()) {
            lines.forEach(this::findMinistry);
        }
        return problems;
    }

    String ministry(OrganisationLine line) {
        String found = ministries.get(line.code());
        if (found == null) {
            throw new IllegalStateException("The tree was not checked");
        }
        return found;
    }

    /** The lines, each after its parent's. */
    List<OrganisationLine> fromTheTop() {
        Map<String, OrganisationLine> open = new HashMap<>();
        lines.forEach(line -> open.put(line.code(), line));
        List<OrganisationLine> sorted = new ArrayList<>();
        for (OrganisationLine line : lines) {
            Deque<OrganisationLine> upwards = new ArrayDeque<>();
            for (OrganisationLine at = open.remove(line.code());
                    at != null;
                    at = at.parent() == null ? null : open.remove(at.parent())) {
                upwards.push(at);
            }
            sorted.addAll(upwards);
        }
        return sorted;
    }

    private void check(OrganisationLine line) {
        Organisation known = before.get(line.code());
        if (known != null && known.level() != line.level()) {
            problem(
                    line.line(),
                    "An office keeps its level, and “%s” is a %s. What takes its place gets a code of its own."
                            .formatted(line.code(), named(known.level())));
            return;
        }
        Place parent = line.parent() == null ? null : places.get(line.parent());
        if (line.parent() != null && parent == null) {
            problem(
                    line.line(),
                    "The office above, “%s”, is neither in this file nor known."
                            .formatted(OrganisationFile.shown(line.parent())));
        } else if (!belongs(line.level(), parent == null ? null : parent.level())) {
            problem(line.line(), rule(line.level()));
        } else if (line.level() == OfficeLevel.CABINET_DIVISION
                && places.values().stream()
                        .anyMatch(place -> place.level() == OfficeLevel.CABINET_DIVISION
                                && !place.code().equals(line.code()))) {
            problem(line.line(), "There is one Cabinet Division only.");
        }
    }

    private static boolean belongs(OfficeLevel level, @Nullable OfficeLevel parent) {
        return switch (level) {
            case CABINET_DIVISION -> parent == null;
            case MINISTRY -> parent == null || parent == OfficeLevel.CABINET_DIVISION;
            case DEPARTMENT -> parent == OfficeLevel.MINISTRY;
            case FIELD_OFFICE -> parent != null && parent != OfficeLevel.CABINET_DIVISION;
        };
    }

    private static String rule(OfficeLevel level) {
        return switch (level) {
            case CABINET_DIVISION -> "Nothing stands above the Cabinet Division.";
            case MINISTRY -> "A ministry or division stands under the Cabinet Division, or under none.";
            case DEPARTMENT -> "A department stands under a ministry or division.";
            case FIELD_OFFICE -> "A field office stands under a ministry, a department or another field office.";
        };
    }

    /** Walks up to the ministry, or to where it is known already; each office is passed once in all. */
    private void findMinistry(OrganisationLine line) {
        Set<String> passed = new LinkedHashSet<>();
        String at = line.code();
        while (!ministries.containsKey(at)) {
            Place place = places.get(at);
            if (place == null || !passed.add(at)) {
                problem(line.line(), "This office would stand above itself: the offices above it form a ring.");
                return;
            }
            if (place.level() == OfficeLevel.MINISTRY
                    || place.level() == OfficeLevel.CABINET_DIVISION
                    || place.parent() == null) {
                ministries.put(at, at);
            } else {
                at = place.parent();
            }
        }
        String ministry = ministries.get(at);
        passed.forEach(code -> ministries.put(code, ministry));
        Organisation known = before.get(line.code());
        if (known != null && !known.ministry().equals(ministry)) {
            problem(
                    line.line(),
                    "An office keeps its ministry, to which its agreements belong. Under another it gets a code of its own.");
        }
    }

    private static String named(OfficeLevel level) {
        return level.label().toLowerCase(java.util.Locale.ROOT);
    }

    private void problem(int line, String sentence) {
        problems.add(new Problem(line, sentence));
    }
}
