package org.assent.review;

import java.util.ArrayList;
import java.util.List;
import org.assent.drafting.Content;
import org.assent.drafting.VersionFacts;
import org.assent.engine.Refusal;

/** What a comment can be about: an item of the document with its number as printed, or the document as a whole. */
record Item(String key, String number) {

    private static final Item DOCUMENT = new Item("", "");

    static Item of(VersionFacts version, String key) {
        if (key.isEmpty()) {
            return DOCUMENT;
        }
        return all(version).stream()
                .filter(item -> item.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new Refusal("The document has no such item any more. Please open the page again."));
    }

    private static List<Item> all(VersionFacts version) {
        List<Item> items = new ArrayList<>();
        Content content = version.content();
        content.outcomes().forEach(outcome -> items.add(new Item(outcome.key(), "Section 2")));
        int first = 0;
        for (Content.Objective objective : content.objectives()) {
            String objectiveNumber = "" + ++first;
            items.add(new Item(objective.key(), objectiveNumber));
            int second = 0;
            for (Content.Activity activity : objective.activities()) {
                String activityNumber = objectiveNumber + "." + ++second;
                items.add(new Item(activity.key(), activityNumber));
                int third = 0;
                for (Content.Indicator indicator : activity.indicators()) {
                    items.add(new Item(indicator.key(), activityNumber + "." + ++third));
                }
            }
        }
        content.acronyms().forEach(term -> items.add(new Item(term.key(), "Annex 1")));
        content.dependences().forEach(need -> items.add(new Item(need.key(), "Annex 3")));
        version.indicators().forEach(indicator -> items.add(new Item(indicator.key(), indicator.id())));
        return items;
    }
}
