package org.assent.drafting;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.assent.drafting.Items.Item;

/** What one content says otherwise than another, item by item and field by field. */
final class Comparison {

    private final Items before;
    private final Items after;
    private final List<Difference> differences = new ArrayList<>();

    private Comparison(Content before, Content after) {
        this.before = Items.of(before);
        this.after = Items.of(after);
    }

    /** In the order of the later document; what it no longer has comes last. */
    static List<Difference> of(Content before, Content after) {
        Comparison comparison = new Comparison(before, after);
        comparison.after.all().forEach(comparison::compare);
        comparison.before.all().stream()
                .filter(item -> !comparison.after.has(item.key()))
                .forEach(item -> comparison.tell(item, "item", item.name(), ""));
        return List.copyOf(comparison.differences);
    }

    private void compare(Item now) {
        Item then = before.find(now.key());
        if (then == null) {
            tell(now, "item", "", now.name().isBlank() ? "(new)" : now.name());
        }
        Set<String> fields = new java.util.LinkedHashSet<>(now.fields().keySet());
        if (then != null) {
            fields.addAll(then.fields().keySet());
        }
        for (String field : fields) {
            String was = before.text(now.key(), field);
            String is = after.text(now.key(), field);
            if (!was.equals(is) && (then != null || !field.equals("name"))) {
                tell(now, field, was, is);
            }
        }
        if (then != null && isMoved(then, now)) {
            tell(now, "place", then.number(), now.number());
        }
    }

    /** To another parent, or past a sibling that both documents have; not where others only came or went. */
    private boolean isMoved(Item then, Item now) {
        if (!then.parent().equals(now.parent())) {
            return true;
        }
        List<String> were = common(before.children(then.parent()), after);
        List<String> are = common(after.children(now.parent()), before);
        were.retainAll(new HashSet<>(are));
        are.retainAll(new HashSet<>(were));
        return were.indexOf(now.key()) != are.indexOf(now.key());
    }

    private static List<String> common(List<String> keys, Items other) {
        return new ArrayList<>(keys.stream().filter(other::has).toList());
    }

    private void tell(Item item, String field, String was, String is) {
        if (!Objects.equals(was, is)) {
            differences.add(new Difference(item.key(), item.number(), field, Columns.label(field), was, is));
        }
    }
}
