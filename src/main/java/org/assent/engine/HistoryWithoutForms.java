package org.assent.engine;

import org.camunda.bpm.engine.impl.history.HistoryLevelFull;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;

/** Full history less one thing: the copy of every text a form submits, which would keep personal data in clear. */
final class HistoryWithoutForms extends HistoryLevelFull {

    static final String NAME = "full-without-forms";

    @Override
    public int getId() {
        return 12;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, Object entity) {
        return type != HistoryEventTypes.FORM_PROPERTY_UPDATE && super.isHistoryEventProduced(type, entity);
    }
}
