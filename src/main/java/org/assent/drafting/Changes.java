package org.assent.drafting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What others changed since a draft was opened, beside what its opener has now. */
final class Changes {

    private Changes() {}

    /**
     * Every change, those that do not touch the opener's own included.
     *
     * @param since the save that was opened, then each one after it
     */
    static List<Change> of(List<DraftSave> since, Content mine) {
        Content base = since.get(0).content();
        Content theirs = since.get(since.size() - 1).content();
        Map<String, DraftSave> lastBy = lastChanged(since);
        Items was = Items.of(base);
        Items own = Items.of(mine);
        List<Change> changes = new ArrayList<>();
        for (Difference difference : Comparison.of(base, theirs)) {
            DraftSave save = lastBy.getOrDefault(place(difference), since.get(since.size() - 1));
            String have = value(own, difference);
            boolean both = !have.equals(difference.after()) && isMine(was, own, difference);
            changes.add(new Change(
                    difference.key(),
                    difference.number(),
                    difference.field(),
                    difference.before(),
                    difference.after(),
                    have,
                    save.savedBy(),
                    save.savedAt(),
                    both));
        }
        return changes;
    }

    private static Map<String, DraftSave> lastChanged(List<DraftSave> since) {
        Map<String, DraftSave> last = new HashMap<>();
        for (int i = 1; i < since.size(); i++) {
            DraftSave save = since.get(i);
            Comparison.of(since.get(i - 1).content(), save.content())
                    .forEach(difference -> last.put(place(difference), save));
        }
        return last;
    }

    private static String place(Difference difference) {
        return difference.key() + "/" + difference.field();
    }

    /** Whoever changed anything in a line that is gone has changed the line. */
    private static boolean isMine(Items was, Items own, Difference difference) {
        if (difference.field().equals("item") && difference.after().isEmpty()) {
            Items.Item then = was.find(difference.key());
            Items.Item now = own.find(difference.key());
            return then != null && now != null && !then.fields().equals(now.fields());
        }
        return !value(own, difference).equals(value(was, difference));
    }

    private static String value(Items items, Difference difference) {
        Items.Item item = items.find(difference.key());
        if (item == null) {
            return "";
        }
        return switch (difference.field()) {
            case "item" -> item.name();
            case "place" -> item.number();
            default -> items.text(difference.key(), difference.field());
        };
    }
}
