package org.assent.drafting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.drafting.Content.Indicator;
import org.assent.engine.Refusal;
import org.assent.scoring.Accumulation;
import org.assent.scoring.Direction;
import org.assent.scoring.Figure;
import org.assent.scoring.Ladder;
import org.assent.scoring.Mode;
import org.assent.scoring.Terms;
import org.assent.scoring.ValueKind;

/** Whether an indicator can be reported on and scored. */
final class IndicatorCheck {

    /** What R9 asks of every indicator under every scheme. */
    static final Set<String> ALWAYS = Set.of("unit", "budgetCode", "evidence", "targetBasis");

    private static final Pattern LEVEL = Pattern.compile("^The level for (\\d+)\\b");
    private static final Pattern REFERENCE = Pattern.compile("\\d+(\\.\\d+){2}");

    private final Indicator indicator;
    private final Frame frame;

    IndicatorCheck(Indicator indicator, Frame frame) {
        this.indicator = indicator;
        this.frame = frame;
    }

    /** Each problem with the field it stands in, as the end of a sentence that begins with the indicator. */
    void problems(BiConsumer<String, String> tell) {
        Optional<ValueKind> kind = choice(ValueKind.class, indicator.kind());
        Optional<Accumulation> accumulation = choice(Accumulation.class, indicator.accumulation());
        if (kind.isEmpty()) {
            tell.accept("kind", "choose whether a number, a percentage or a date is measured.");
        }
        if (accumulation.isEmpty()) {
            tell.accept("accumulation", "choose what the four quarters give: their sum, the latest or the average.");
        }
        if (choice(Mode.class, indicator.mode()).isEmpty()) {
            tell.accept("mode", "choose how a figure between two levels counts.");
        }
        if (!indicator.direction().isBlank() && direction().isEmpty()) {
            tell.accept("direction", "the direction is either higher is better or lower is better.");
        }
        if (kind.isPresent() && accumulation.isPresent() && !accumulation.get().fits(kind.get())) {
            tell.accept(
                    "accumulation",
                    kind.get() == ValueKind.DATE
                            ? "dates have no sum and no average; choose the latest."
                            : "percentages do not add up; choose the latest or the average.");
        }
        Ladder.problems(terms(), indicator.ladder())
                .forEach(problem ->
                        tell.accept(level(problem), Character.toLowerCase(problem.charAt(0)) + problem.substring(1)));
        kind.ifPresent(known -> figures(known, tell));
        parent(tell);
    }

    /** What can be meant but hardly ever is: a day that the year does not have. */
    void hints(BiConsumer<String, String> tell) {
        if (!indicator.kind().equals(ValueKind.DATE.name())) {
            return;
        }
        for (int place = 0; place < indicator.ladder().size(); place++) {
            String typed = indicator.ladder().get(place);
            String field = "ladder." + place;
            day(typed)
                    .filter(day -> !frame.year().contains(day))
                    .ifPresent(day -> tell.accept(
                            field,
                            "the date “%s” lies outside the fiscal year %s.".formatted(typed.strip(), frame.year())));
        }
    }

    private Optional<LocalDate> day(String typed) {
        if (Figure.missing(typed)) {
            return Optional.empty();
        }
        try {
            return Figure.read(typed, frame.year().startYear()).date();
        } catch (Refusal unreadable) {
            // told among the problems
            return Optional.empty();
        }
    }

    /** What the indicator and its scheme say of its ladder. */
    Terms terms() {
        return new Terms(
                choice(ValueKind.class, indicator.kind()).orElse(null),
                direction().orElse(null),
                frame.year().startYear(),
                frame.marks());
    }

    private Optional<Direction> direction() {
        return choice(Direction.class, indicator.direction());
    }

    private String level(String problem) {
        Matcher named = LEVEL.matcher(problem);
        int place = named.find() ? frame.marks().indexOf(Integer.valueOf(named.group(1))) : 0;
        return "ladder." + Math.max(place, 0);
    }

    private void figures(ValueKind kind, BiConsumer<String, String> tell) {
        figure("actualBefore", indicator.actualBefore(), kind, tell);
        figure("actualLast", indicator.actualLast(), kind, tell);
        figure("projectionNext", indicator.projectionNext(), kind, tell);
        figure("projectionAfter", indicator.projectionAfter(), kind, tell);
    }

    /** A past or a future year's figure may be missing; a provisional one bears a star. */
    private void figure(String field, String typed, ValueKind kind, BiConsumer<String, String> tell) {
        String value = typed.strip().replaceAll("\\s*\\*$", "");
        if (Figure.missing(value)) {
            return;
        }
        try {
            ValueKind read = Figure.read(value, frame.year().startYear()).kind();
            if (read != kind && !(kind == ValueKind.PERCENT && read == ValueKind.NUMBER)) {
                tell.accept(
                        field,
                        "“%s” (%s) is not a %s."
                                .formatted(
                                        Columns.label(field),
                                        value,
                                        kind.label().toLowerCase(java.util.Locale.ROOT)));
            }
        } catch (Refusal unreadable) {
            tell.accept(field, "“%s”: %s".formatted(Columns.label(field), unreadable.getMessage()));
        }
    }

    /** An agreement below a ministry serves its superior's (R15). */
    private void parent(BiConsumer<String, String> tell) {
        Set<String> known = frame.parentIndicators();
        String named = indicator.parentIndicator().strip();
        if (known == null) {
            return;
        }
        if (named.isEmpty()) {
            tell.accept("parentIndicator", "name the indicator of the superior office's agreement that it serves.");
        } else if (!REFERENCE.matcher(Numerals.western(named)).matches()) {
            tell.accept("parentIndicator", "the superior office's indicator is written with its number, as 1.2.1.");
        } else if (!known.contains(Numerals.western(named))) {
            tell.accept(
                    "parentIndicator",
                    known.isEmpty()
                            ? "the superior office has not submitted its agreement yet, so nothing can serve it."
                            : "the superior office's agreement has no indicator " + Numerals.western(named) + ".");
        }
    }

    static <E extends Enum<E>> Optional<E> choice(Class<E> choices, String typed) {
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(typed)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
