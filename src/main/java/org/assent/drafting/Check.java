package org.assent.drafting;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Objective;
import org.assent.drafting.Items.Item;
import org.assent.engine.Refusal;
import org.assent.scheme.SectionKey;

/** What is still wrong with a content (R9, R15): a sentence each, at its item and field. Trusts nothing that was sent. */
final class Check {

    static final int LONGEST_TEXT = 4_000;
    static final int MOST_OBJECTIVES = 40;
    static final int MOST_INDICATORS = 400;
    /** Beyond these nobody typed it, and it is not kept either. */
    private static final int LONGEST_KEPT = 20_000;

    private static final int MOST_KEPT = 2_000;

    /** Fields of an indicator that have sentences of their own. */
    private static final Set<String> TOLD_APART = Set.of("name", "weight", "parentIndicator");

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");
    private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z!][^<>]*>");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n\t]]|[\\u202a-\\u202e\\u2066-\\u2069]");

    private final Content content;
    private final Frame frame;
    /** A field that both the rule and the scheme ask for is missed once. */
    private final Set<Finding> findings = new LinkedHashSet<>();

    private Check(Content content, Frame frame) {
        this.content = content;
        this.frame = frame;
    }

    /** In the order of the document; what concerns the whole of it first. */
    static List<Finding> of(Content content, Frame frame) {
        Check check = new Check(content, frame);
        check.size();
        check.keys();
        check.sections();
        check.outcomes();
        check.objectives();
        check.annexes();
        Items.of(content).all().forEach(check::texts);
        return List.copyOf(check.findings);
    }

    /** What the office's own objectives weigh so far, as far as it can be read. */
    static BigDecimal total(Content content) {
        return content.objectives().stream()
                .flatMap(objective -> Weight.of(objective.weight()).stream())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Refuses what no editor sends: items that cannot be told apart, or more than a database should hold. */
    static void demandKeepable(Content content) {
        List<String> keys = keysOf(content);
        Set<String> seen = new HashSet<>();
        boolean apart = keys.stream().allMatch(key -> KEY.matcher(key).matches() && seen.add(key));
        if (!apart) {
            throw new Refusal("Two lines of this draft cannot be told apart. Please reload the page and try again.");
        }
        List<Item> items = Items.of(content).all();
        int longest = items.stream()
                .flatMap(item -> item.fields().values().stream())
                .mapToInt(String::length)
                .max()
                .orElse(0);
        if (items.size() > MOST_KEPT
                || longest > LONGEST_KEPT
                || Canonical.json(content).length() > 900_000) {
            throw new Refusal("This draft is larger than any agreement may be, so it was not saved.");
        }
        boolean storable = items.stream()
                .flatMap(item -> item.fields().values().stream())
                .allMatch(text -> text.indexOf(0) < 0
                        && StandardCharsets.UTF_8.newEncoder().canEncode(text));
        if (!storable) {
            throw new Refusal("This draft contains characters that cannot be kept, so it was not saved.");
        }
    }

    static boolean isKey(String key) {
        return KEY.matcher(key).matches();
    }

    private static List<String> keysOf(Content content) {
        List<String> keys = new ArrayList<>();
        content.outcomes().forEach(outcome -> keys.add(outcome.key()));
        content.objectives().forEach(objective -> {
            keys.add(objective.key());
            objective.activities().forEach(activity -> {
                keys.add(activity.key());
                activity.indicators().forEach(indicator -> keys.add(indicator.key()));
            });
        });
        content.acronyms().forEach(term -> keys.add(term.key()));
        content.dependences().forEach(dependence -> keys.add(dependence.key()));
        return keys;
    }

    private void size() {
        if (content.objectives().size() > MOST_OBJECTIVES) {
            document("objectives", "There are more than " + MOST_OBJECTIVES + " objectives.");
        }
        long indicators = content.objectives().stream()
                .flatMap(objective -> objective.activities().stream())
                .mapToLong(activity -> activity.indicators().size())
                .sum();
        if (indicators > MOST_INDICATORS) {
            document("objectives", "There are more than " + MOST_INDICATORS + " indicators.");
        }
    }

    private void keys() {
        Set<String> seen = new HashSet<>();
        for (String key : keysOf(content)) {
            if (!KEY.matcher(key).matches() || !seen.add(key)) {
                document("key", "Two lines cannot be told apart: delete one of them and enter it anew.");
                return;
            }
        }
    }

    private void sections() {
        Map<String, String> texts = Items.of(content).all().get(0).fields();
        text(SectionKey.OVERVIEW, "overviewAchievements", texts);
        text(SectionKey.OVERVIEW, "overviewChallenges", texts);
        text(SectionKey.OVERVIEW, "overviewPlans", texts);
        text(SectionKey.OVERVIEW, "overviewTargets", texts);
        text(SectionKey.PREAMBLE, "preamble", texts);
        text(SectionKey.VISION, "vision", texts);
        text(SectionKey.VISION, "mission", texts);
        text(SectionKey.VISION, "functions", texts);
    }

    private void text(SectionKey section, String field, Map<String, String> texts) {
        if (frame.requires(section, field) && texts.getOrDefault(field, "").isBlank()) {
            document(field, "“" + Columns.label(field) + "” is empty.");
        }
    }

    private void outcomes() {
        int advised = frame.scheme().outcomesAdvised();
        if (!frame.scheme().has(SectionKey.OUTCOMES)) {
            if (!content.outcomes().isEmpty()) {
                advise("outcomes", "An agreement of this office has no outcomes: they will not be printed.");
            }
            return;
        }
        if (frame.scheme().requires(SectionKey.OUTCOMES) && content.outcomes().isEmpty()) {
            document("outcomes", "There is no outcome.");
        }
        if (advised > 0 && content.outcomes().size() > advised) {
            advise(
                    "outcomes",
                    "There are %d outcomes; the guideline advises %d at most."
                            .formatted(content.outcomes().size(), advised));
        }
        Items.of(content).all().stream()
                .filter(item -> item.kind() == Items.Kind.OUTCOME)
                .forEach(item -> required(item, SectionKey.OUTCOMES, Set.of("name")));
    }

    private void objectives() {
        Items items = Items.of(content);
        if (content.objectives().isEmpty()) {
            document("objectives", "There is no objective.");
        }
        boolean readable = true;
        for (Objective objective : content.objectives()) {
            Item item = items.find(objective.key());
            readable &= item != null && objective(objective, item, items);
        }
        BigDecimal needed = frame.scheme().objectiveMarks();
        BigDecimal total = total(content);
        if (readable && total.compareTo(needed) != 0) {
            BigDecimal mandatory = frame.scheme().mandatoryMarks();
            document(
                    "weight",
                    "The objectives weigh %s together, they must weigh %s%s."
                            .formatted(
                                    Weight.text(total),
                                    Weight.text(needed),
                                    mandatory.signum() == 0
                                            ? ""
                                            : " (the mandatory objectives bring " + Weight.text(mandatory) + ")"));
        }
    }

    private boolean objective(Objective objective, Item item, Items items) {
        name(item);
        Optional<BigDecimal> weight = weight(item, objective.weight());
        if (objective.activities().isEmpty()) {
            find(item, "item", sentence(item, "has no activity."));
        }
        BigDecimal sum = BigDecimal.ZERO;
        boolean readable = true;
        for (Activity activity : objective.activities()) {
            Item act = items.find(activity.key());
            if (act == null) {
                continue;
            }
            name(act);
            if (activity.indicators().isEmpty()) {
                find(act, "item", sentence(act, "has no indicator."));
            }
            for (Content.Indicator indicator : activity.indicators()) {
                Item measure = items.find(indicator.key());
                if (measure == null) {
                    continue;
                }
                name(measure);
                Optional<BigDecimal> part = weight(measure, indicator.weight());
                readable &= part.isPresent();
                sum = sum.add(part.orElse(BigDecimal.ZERO));
                required(measure, SectionKey.OBJECTIVES, IndicatorCheck.ALWAYS);
                required(measure, SectionKey.MEASUREMENT, Set.of());
                new IndicatorCheck(indicator, frame)
                        .problems((field, problem) -> find(measure, field, problem(measure, problem)));
                new IndicatorCheck(indicator, frame)
                        .hints((field, hint) -> findings.add(
                                new Finding(measure.key(), measure.number(), field, problem(measure, hint), false)));
            }
        }
        if (weight.isPresent()
                && readable
                && sum.compareTo(weight.get()) != 0
                && !objective.activities().isEmpty()) {
            find(
                    item,
                    "weight",
                    "The indicators of objective %s weigh %s, the objective %s."
                            .formatted(item.number(), Weight.text(sum), Weight.text(weight.get())));
        }
        return weight.isPresent();
    }

    private void name(Item item) {
        if (item.fields().getOrDefault("name", "").isBlank()) {
            find(item, "name", sentence(item, "has no name."));
        }
    }

    private Optional<BigDecimal> weight(Item item, String typed) {
        Optional<BigDecimal> weight = Weight.of(typed);
        if (typed.isBlank()) {
            find(item, "weight", sentence(item, "has no weight."));
        } else if (weight.isEmpty()) {
            find(item, "weight", problem(item, "the weight “" + brief(typed) + "” is not a number."));
        } else if (weight.get().signum() <= 0) {
            find(item, "weight", problem(item, "a weight is more than zero."));
            return Optional.empty();
        } else if (weight.get().stripTrailingZeros().scale() > 2) {
            find(item, "weight", problem(item, "a weight has two decimals at most."));
        }
        return weight;
    }

    /** Fields that the scheme, or the rule itself, does not leave open. */
    private void required(Item item, SectionKey section, Set<String> always) {
        for (Map.Entry<String, String> field : item.fields().entrySet()) {
            String name = field.getKey();
            boolean asked = always.contains(name) || frame.scheme().requires(section, name);
            if (asked
                    && field.getValue().isBlank()
                    && !(TOLD_APART.contains(name) && item.kind() == Items.Kind.INDICATOR)) {
                find(item, name, problem(item, "“" + Columns.label(name) + "” is empty."));
            }
        }
    }

    private void annexes() {
        for (Item item : Items.of(content).all()) {
            if (item.kind() == Items.Kind.TERM) {
                required(item, SectionKey.ACRONYMS, Set.of("acronym", "meaning"));
            } else if (item.kind() == Items.Kind.DEPENDENCE) {
                required(item, SectionKey.DEPENDENCES, Set.of("organisation", "need"));
            }
        }
    }

    private void texts(Item item) {
        item.fields().forEach((field, text) -> {
            Consumer<String> tell = problem -> find(item, field, problem(item, problem));
            if (text.length() > LONGEST_TEXT) {
                tell.accept("“%s” is longer than %d characters.".formatted(Columns.label(field), LONGEST_TEXT));
            }
            if (MARKUP.matcher(text).find()) {
                tell.accept("“%s” contains markup; write plain text.".formatted(Columns.label(field)));
            }
            if (CONTROL.matcher(text).find()) {
                tell.accept("“%s” contains characters that cannot be printed.".formatted(Columns.label(field)));
            }
        });
    }

    private void document(String field, String sentence) {
        findings.add(new Finding(Items.DOCUMENT, "", field, sentence, true));
    }

    private void advise(String field, String sentence) {
        findings.add(new Finding(Items.DOCUMENT, "", field, sentence, false));
    }

    private void find(Item item, String field, String sentence) {
        findings.add(new Finding(item.key(), item.number(), field, sentence, true));
    }

    private static String sentence(Item item, String rest) {
        return capital(item.called()) + " " + rest;
    }

    private static String problem(Item item, String problem) {
        return item.kind() == Items.Kind.DOCUMENT ? problem : capital(item.called()) + ": " + problem;
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String brief(String typed) {
        return typed.length() <= 40 ? typed.strip() : typed.substring(0, 40).strip() + "…";
    }
}
