package org.assent.webapp;

import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The open tasks, with whoever has them. The engine leaves out what is not the viewer's to see. */
@Component
@Order(10)
class WhoHasItPanel implements CasePanel {

    private final CaseEngine engine;
    private final EconomyNames economies;

    WhoHasItPanel(CaseEngine engine, EconomyNames economies) {
        this.engine = engine;
        this.economies = economies;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        var panel = Panel.titled("Who has it now").columns("Task", "With", "Economy", "Since");
        engine.openTasks(file.code())
                .forEach(waiting -> panel.row(
                        waiting.task().getName(),
                        waiting.whose(),
                        economies.of(waiting.economy()),
                        TokyoTime.moment(waiting.task().getCreateTime())));
        if (!panel.hasRows()) {
            panel.fact("Open tasks", "None that you may see");
        }
        return Optional.of(panel.done());
    }
}
