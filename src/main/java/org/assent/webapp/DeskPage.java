package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which controls Tasklist's bar offers to whoever is logged in. */
@Component
class DeskPage {

    private final CasePage cases;
    private final ClockPage clock;

    DeskPage(CasePage cases, ClockPage clock) {
        this.cases = cases;
        this.clock = clock;
    }

    Map<String, Object> offers() {
        Viewer viewer = cases.viewer();
        List<String> controls = new ArrayList<>(List.of("projects", "outbox"));
        if (viewer.is("programme-officers")) {
            controls.add("import");
        }
        if (clock.isThere()) {
            controls.add("clock");
        }
        return Map.of(
                "controls", controls, "time", clock.isThere() ? clock.time().get("time") : "");
    }
}
