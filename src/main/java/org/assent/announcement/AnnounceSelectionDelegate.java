package org.assent.announcement;

import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Announces the selection, in time or late, and ends a delay that is still being resolved. */
@Component
class AnnounceSelectionDelegate implements JavaDelegate {

    private final PlaceService places;
    private final Messages messages;

    AnnounceSelectionDelegate(PlaceService places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = BusinessKey.of(execution);
        places.announce(code);
        messages.tell(AnnouncementProcess.KEY, code, AnnouncementProcess.ANNOUNCED_MESSAGE);
    }
}
