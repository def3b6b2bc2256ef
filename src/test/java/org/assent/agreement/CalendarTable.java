package org.assent.agreement;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;

/** The calendar's table asked without an engine around it. */
final class CalendarTable {

    private static final Path FILE = Path.of("processes/agreement/calendar.dmn");
    private static final DmnEngine DMN =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    private CalendarTable() {}

    static DmnModelInstance model() {
        return Dmn.readModelFromFile(FILE.toFile());
    }

    static List<CalendarLine> lines(String officeLevel, String fiscalYear) {
        Map<String, Object> asked = Map.of("officeLevel", officeLevel, "fiscalYear", fiscalYear);
        return DMN.evaluateDecisionTable(DMN.parseDecision("calendar", model()), asked).getResultList().stream()
                .map(line -> new CalendarLine((String) line.get("step"), (String) line.get("day")))
                .toList();
    }
}
