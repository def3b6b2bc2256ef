package org.assent.announcement;

import static org.assent.announcement.PlaceForms.PARTICIPANT;

import java.util.Optional;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the place of one who withdrew to the next alternate, if there is one. */
@Component
class PromoteAlternateDelegate implements JavaDelegate {

    private final PlaceService places;

    PromoteAlternateDelegate(PlaceService places) {
        this.places = places;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<String> promoted = places.promote(BusinessKey.of(execution), PARTICIPANT.in(execution));
        AnnouncementProcess.keep(execution, PARTICIPANT.in(execution), promoted);
    }
}
