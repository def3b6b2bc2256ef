package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Which controls Tasklist's bar offers to whoever is logged in. */
@Component
class DeskPage {

    /** Who may start a process from Tasklist's own button. */
    private static final List<String> STARTERS = List.of("programme-officers", "apa-teams", "cabinet-reviewers");

    private final CasePage cases;
    private final ClockPage clock;
    private final DeputyPage deputies;

    DeskPage(CasePage cases, ClockPage clock, DeputyPage deputies) {
        this.cases = cases;
        this.clock = clock;
        this.deputies = deputies;
    }

    Map<String, Object> offers() {
        Viewer viewer = cases.viewer();
        List<String> controls = new ArrayList<>();
        // offices of the government have no part in the APO's projects
        if (viewer.isSecretariat() || viewer.economy().isPresent()) {
            controls.add("projects");
        }
        if (viewer.takesPartInAgreements()) {
            controls.add("agreements");
        }
        controls.add("outbox");
        if (deputies.isOffered()) {
            controls.add("deputies");
        }
        if (viewer.is("programme-officers")) {
            controls.add("import");
        }
        if (STARTERS.stream().anyMatch(viewer::is)) {
            controls.add("start");
        }
        if (Auditor.mayLook(viewer)) {
            controls.add("history");
        }
        if (clock.isThere()) {
            controls.add("clock");
        }
        return Map.of(
                "controls", controls, "time", clock.isThere() ? clock.time().get("time") : "");
    }
}
