package org.assent.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Dependence;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.assent.drafting.Content.Outcome;
import org.assent.drafting.Content.Term;

/** A content taken apart: each item under its key, in the order of the document, with its number and its fields. */
final class Items {

    /** The document itself, whose texts belong to no item. */
    static final String DOCUMENT = "";

    private final Map<String, Item> items = new LinkedHashMap<>();

    private Items() {}

    /** An objective, an activity, an indicator, an outcome, a term, a dependence, or the document. */
    enum Kind {
        DOCUMENT("document"),
        OUTCOME("outcome"),
        OBJECTIVE("objective"),
        ACTIVITY("activity"),
        INDICATOR("indicator"),
        TERM("acronym"),
        DEPENDENCE("dependence");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /**
     * One item.
     *
     * @param parent key of the item it belongs to
     * @param name what a reader knows it by
     */
    record Item(Kind kind, String key, String number, String parent, String name, Map<String, String> fields) {

        /** {@code indicator 1.2.1} */
        String called() {
            return number.isEmpty() ? "the " + kind.word : kind.word + " " + number;
        }

        String word() {
            return kind.word;
        }
    }

    static Items of(Content content) {
        Items items = new Items();
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("overviewAchievements", content.overviewAchievements());
        texts.put("overviewChallenges", content.overviewChallenges());
        texts.put("overviewPlans", content.overviewPlans());
        texts.put("overviewTargets", content.overviewTargets());
        texts.put("preamble", content.preamble());
        texts.put("vision", content.vision());
        texts.put("mission", content.mission());
        texts.put("functions", String.join("\n", content.functions()));
        items.add(new Item(Kind.DOCUMENT, DOCUMENT, "", "", "", texts));
        items.outcomes(content.outcomes());
        items.objectives(content.objectives());
        items.annexes(content.acronyms(), content.dependences());
        return items;
    }

    private void outcomes(List<Outcome> outcomes) {
        int number = 1;
        for (Outcome outcome : outcomes) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", outcome.name());
            fields.put("indicator", outcome.indicator());
            fields.put("unit", outcome.unit());
            fields.put("actualBefore", outcome.actualBefore());
            fields.put("actualLast", outcome.actualLast());
            fields.put("target", outcome.target());
            fields.put("projectionNext", outcome.projectionNext());
            fields.put("projectionAfter", outcome.projectionAfter());
            fields.put("responsible", outcome.responsible());
            add(new Item(Kind.OUTCOME, outcome.key(), "" + number++, "outcomes", outcome.name(), fields));
        }
    }

    private void objectives(List<Objective> objectives) {
        int o = 0;
        for (Objective objective : objectives) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("name", objective.name());
            fields.put("weight", objective.weight());
            add(new Item(Kind.OBJECTIVE, objective.key(), "" + ++o, "objectives", objective.name(), fields));
            int a = 0;
            for (Activity activity : objective.activities()) {
                String number = o + "." + ++a;
                add(new Item(
                        Kind.ACTIVITY,
                        activity.key(),
                        number,
                        objective.key(),
                        activity.name(),
                        Map.of("name", activity.name())));
                int i = 0;
                for (Indicator indicator : activity.indicators()) {
                    add(new Item(
                            Kind.INDICATOR,
                            indicator.key(),
                            number + "." + ++i,
                            activity.key(),
                            indicator.name(),
                            fields(indicator)));
                }
            }
        }
    }

    static Map<String, String> fields(Indicator indicator) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("name", indicator.name());
        fields.put("unit", indicator.unit());
        fields.put("weight", indicator.weight());
        fields.put("kind", indicator.kind());
        fields.put("direction", indicator.direction());
        fields.put("accumulation", indicator.accumulation());
        fields.put("mode", indicator.mode());
        fields.put("actualBefore", indicator.actualBefore());
        fields.put("actualLast", indicator.actualLast());
        for (int level = 0; level < indicator.ladder().size(); level++) {
            fields.put("ladder." + level, indicator.ladder().get(level));
        }
        fields.put("projectionNext", indicator.projectionNext());
        fields.put("projectionAfter", indicator.projectionAfter());
        fields.put("evidence", indicator.evidence());
        fields.put("measurement", indicator.measurement());
        fields.put("implementingUnit", indicator.implementingUnit());
        fields.put("budgetCode", indicator.budgetCode());
        fields.put("targetBasis", indicator.targetBasis());
        fields.put("parentIndicator", indicator.parentIndicator());
        return fields;
    }

    private void annexes(List<Term> acronyms, List<Dependence> dependences) {
        int number = 1;
        for (Term term : acronyms) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("acronym", term.acronym());
            fields.put("meaning", term.meaning());
            add(new Item(Kind.TERM, term.key(), "" + number++, "acronyms", term.acronym(), fields));
        }
        number = 1;
        for (Dependence dependence : dependences) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("organisation", dependence.organisation());
            fields.put("need", dependence.need());
            fields.put("reason", dependence.reason());
            add(new Item(Kind.DEPENDENCE, dependence.key(), "" + number++, "dependences", dependence.need(), fields));
        }
    }

    private void add(Item item) {
        items.put(item.key(), item);
    }

    /** In the order of the document; of items that share a key, the last. */
    List<Item> all() {
        return List.copyOf(items.values());
    }

    boolean has(String key) {
        return items.containsKey(key);
    }

    /** What the field says; empty where the item is not there. */
    String text(String key, String field) {
        Item item = items.get(key);
        return item == null ? "" : item.fields().getOrDefault(field, "");
    }

    @org.jspecify.annotations.Nullable
    Item find(String key) {
        return items.get(key);
    }

    /** Keys of the items that belong to this one, in their order. */
    List<String> children(String parent) {
        List<String> children = new ArrayList<>();
        for (Item item : items.values()) {
            if (item.parent().equals(parent) && !item.key().equals(DOCUMENT)) {
                children.add(item.key());
            }
        }
        return children;
    }
}
