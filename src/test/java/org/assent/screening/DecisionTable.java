package org.assent.screening;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;

/** A decision table as it ships, evaluated alone. */
final class DecisionTable {

    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private final String name;
    private final DmnDecision decision;

    private DecisionTable(String name) {
        this.name = name;
        this.decision = DMN.parseDecision(name, file(name));
    }

    static DecisionTable read(String name) {
        return new DecisionTable(name);
    }

    List<Map<String, Object>> evaluate(Map<String, Object> inputs) {
        return DMN.evaluateDecisionTable(decision, inputs).getResultList();
    }

    /** What a change of the table's shape changes. */
    String size() {
        var table = Dmn.readModelFromStream(file(name))
                .getModelElementsByType(org.camunda.bpm.model.dmn.instance.DecisionTable.class)
                .iterator()
                .next();
        return "%d inputs, %d outputs, %d rules, %s"
                .formatted(
                        table.getInputs().size(),
                        table.getOutputs().size(),
                        table.getRules().size(),
                        table.getHitPolicy());
    }

    private static InputStream file(String name) {
        return DecisionTable.class.getResourceAsStream("/processes/screening/" + name + ".dmn");
    }
}
