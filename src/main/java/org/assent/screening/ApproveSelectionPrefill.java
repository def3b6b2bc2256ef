package org.assent.screening;

import java.util.Map;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.springframework.stereotype.Component;

/** Shows the selection to the second person. */
@Component
class ApproveSelectionPrefill implements TaskPrefill {

    private final SelectionSheet sheet;

    ApproveSelectionPrefill(SelectionSheet sheet) {
        this.sheet = sheet;
    }

    @Override
    public String task() {
        return "approveSelection";
    }

    @Override
    public Map<String, ?> values(OpenTask task) {
        return sheet.selection(task.projectCode());
    }
}
