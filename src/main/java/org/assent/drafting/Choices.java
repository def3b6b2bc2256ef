package org.assent.drafting;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assent.scoring.Accumulation;
import org.assent.scoring.Direction;
import org.assent.scoring.Mode;
import org.assent.scoring.ValueKind;

/** The choices of an indicator, in the words of a workbook and in those of the content. */
final class Choices {

    /** One choice: its word in the content, its words on paper. */
    private record Choice(String name, String label) {}

    private static final Map<String, List<Choice>> OFFERED = Map.of(
            "kind",
                    Stream.of(ValueKind.values())
                            .map(each -> new Choice(each.name(), each.label()))
                            .toList(),
            "direction",
                    Stream.of(Direction.values())
                            .map(each -> new Choice(each.name(), each.label()))
                            .toList(),
            "accumulation",
                    Stream.of(Accumulation.values())
                            .map(each -> new Choice(each.name(), each.label()))
                            .toList(),
            "mode",
                    Stream.of(Mode.values())
                            .map(each -> new Choice(each.name(), each.label()))
                            .toList());

    private Choices() {}

    static boolean isChoice(String field) {
        return OFFERED.containsKey(field);
    }

    static List<String> labels(String field) {
        return OFFERED.getOrDefault(field, List.of()).stream()
                .map(Choice::label)
                .toList();
    }

    /** What is no choice stays as it was typed. */
    static String label(String field, String stored) {
        return OFFERED.getOrDefault(field, List.of()).stream()
                .filter(choice -> choice.name().equals(stored))
                .map(Choice::label)
                .findFirst()
                .orElse(stored);
    }

    static String stored(String field, String typed) {
        String plain = typed.strip();
        return OFFERED.getOrDefault(field, List.of()).stream()
                .filter(choice ->
                        choice.label().equalsIgnoreCase(plain) || choice.name().equalsIgnoreCase(plain))
                .map(Choice::name)
                .findFirst()
                .orElse(typed);
    }
}
