package org.assent.drafting;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The keys of a document that is being read: each is given once. */
final class Keys {

    private final Set<String> taken = new HashSet<>();

    /** Items of sheets that are left out stay, and so do their keys. */
    void keep(Content now, Set<String> sheets) {
        for (Items.Item item : Items.of(now).all()) {
            String sheet =
                    switch (item.kind()) {
                        case OUTCOME -> Headings.OUTCOMES;
                        case TERM -> Headings.ACRONYMS;
                        case DEPENDENCE -> Headings.DEPENDENCES;
                        case DOCUMENT -> Headings.TEXT;
                        case OBJECTIVE, ACTIVITY, INDICATOR -> Headings.OBJECTIVES;
                    };
            if (!sheets.contains(sheet)) {
                taken.add(item.key());
            }
        }
    }

    /** The key that a line bears; a new one if it bears none, or one that another line has: it was copied. */
    String claim(String written, String prefix) {
        String key = written.strip();
        return Check.isKey(key) && taken.add(key) ? key : fresh(prefix);
    }

    private String fresh(String prefix) {
        String key;
        do {
            key = prefix + "-"
                    + UUID.randomUUID().toString().toLowerCase(Locale.ROOT).substring(0, 8);
        } while (!taken.add(key));
        return key;
    }
}
