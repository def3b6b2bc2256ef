package org.assent.announcement;

import static org.assent.announcement.AnnouncementProcess.NOMINATION;
import static org.assent.announcement.AnnouncementProcess.PLACES_OFFERED_MESSAGE;

import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks each NPO with a place for its answer. */
@Component
class OfferPlacesDelegate implements JavaDelegate {

    private final PlaceService places;
    private final Messages messages;

    OfferPlacesDelegate(PlaceService places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = BusinessKey.of(execution);
        places.economiesToAnswer(code)
                .forEach(economy -> messages.tell(NOMINATION, code + "/" + economy, PLACES_OFFERED_MESSAGE));
    }
}
