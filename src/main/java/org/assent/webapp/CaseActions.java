package org.assent.webapp;

import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.project.ProjectDesk;
import org.springframework.stereotype.Component;

/** What can be set going from the case page. Who may is checked behind each of these, not by hiding a button. */
@Component
class CaseActions {

    private final CasePage page;
    private final ProjectDesk projects;

    CaseActions(CasePage page, ProjectDesk projects) {
        this.page = page;
        this.projects = projects;
    }

    Map<String, String> act(String code, String action, Fields fields) {
        CaseFile file = page.file(code);
        return switch (action) {
            case "change" -> Map.of("task", projects.requestChange(file.code()));
            case "replacements" -> Map.of("task", projects.requestReplacements(file.code()));
            default -> throw new Refusal("There is nothing of that kind to be done here.");
        };
    }
}
