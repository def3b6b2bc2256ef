package org.assent.screening;

import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.springframework.stereotype.Component;

/** Shows the candidates the table could not decide. */
@Component
class DecideReferredPrefill implements TaskPrefill {

    private final SelectionSheet sheet;

    DecideReferredPrefill(SelectionSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "decideReferred";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        return sheet.referred(task.projectCode());
    }
}
