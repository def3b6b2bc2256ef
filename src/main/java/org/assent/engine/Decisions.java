package org.assent.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Asks a decision table outside the step that draws it. Public: for what arrives after its diagram has ended. */
@Component
public class Decisions {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DecisionService decisions;
    private final RuntimeService runtime;

    Decisions(DecisionService decisions, RuntimeService runtime) {
        this.decisions = decisions;
        this.runtime = runtime;
    }

    /** Every rule that fits, as a record with the outputs' names; by the table's latest version. */
    public <R> List<R> answers(String decision, Map<String, Object> inputs, Class<R> row) {
        var result =
                EngineScope.withoutAuthorization(runtime, () -> decisions.evaluateDecisionTableByKey(decision, inputs));
        return result.getResultList().stream()
                .map(line -> JSON.convertValue(line, row))
                .toList();
    }
}
