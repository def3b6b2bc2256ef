package org.assent.engine;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assent.engine.CaseHistory.Value;
import org.assent.engine.CaseHistory.Visit;

/**
 * Which turn of a loop something happened in. One turn after the other, the engine keeps each turn's value in one
 * variable of the loop, so that the third turn has its third value; side by side, each turn has a variable of its own.
 */
final class LoopTurn {

    private static final String LOOP = "#multiInstanceBody:";

    private LoopTurn() {}

    /** The texts that tell this turn from the others; none outside a loop. */
    static List<Value> values(String visit, List<Visit> visits, List<Value> values) {
        Optional<Visit> turn = visits.stream()
                .filter(one -> one.id().equals(visit))
                .flatMap(here -> visits.stream().filter(one -> one.id().equals(here.parent())))
                .findFirst();
        if (turn.isEmpty() || !turn.get().parent().contains(LOOP)) {
            return List.of();
        }
        String loop = turn.get().parent();
        // they come in the order in which the engine began them
        List<String> turns = visits.stream()
                .filter(one -> one.parent().equals(loop)
                        && one.step().equals(turn.get().step()))
                .map(Visit::id)
                .toList();
        int number = turns.indexOf(turn.get().id());
        Map<String, List<Value>> ofLoop = new LinkedHashMap<>();
        values.stream()
                .filter(value -> value.type().equals("string") && value.scope().equals(loop))
                .forEach(value -> ofLoop.computeIfAbsent(value.name(), name -> new java.util.ArrayList<>())
                        .add(value));
        Stream<Value> inTurn = ofLoop.values().stream()
                .filter(taken -> taken.size() == turns.size())
                .map(taken -> taken.stream()
                        .sorted(Comparator.comparing(Value::revision))
                        .toList()
                        .get(number));
        Stream<Value> own = values.stream()
                .filter(value -> value.type().equals("string")
                        && value.scope().equals(turn.get().id()));
        return Stream.concat(inTurn, own).toList();
    }
}
