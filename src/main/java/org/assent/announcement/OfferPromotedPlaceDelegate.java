package org.assent.announcement;

import static org.assent.announcement.AnnouncementProcess.NOMINATION;
import static org.assent.announcement.AnnouncementProcess.PLACES_OFFERED_MESSAGE;
import static org.assent.announcement.AnnouncementProcess.PROMOTED_PARTICIPANT;

import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the NPO of the promoted alternate for its answer. */
@Component
class OfferPromotedPlaceDelegate implements JavaDelegate {

    private final PlaceService places;
    private final Messages messages;

    OfferPromotedPlaceDelegate(PlaceService places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = BusinessKey.of(execution);
        String economy = places.economy(code, PROMOTED_PARTICIPANT.in(execution));
        messages.tell(NOMINATION, code + "/" + economy, PLACES_OFFERED_MESSAGE);
    }
}
