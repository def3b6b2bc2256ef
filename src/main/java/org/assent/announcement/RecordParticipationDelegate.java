package org.assent.announcement;

import static org.assent.announcement.PlaceForms.PARTICIPANT;
import static org.assent.announcement.PlaceForms.PARTICIPANTS;

import java.util.Map;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes an NPO's answers; whoever withdraws makes room for the next alternate at once. */
@Component
class RecordParticipationDelegate implements JavaDelegate {

    private final PlaceService places;
    private final Messages messages;

    RecordParticipationDelegate(PlaceService places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = BusinessKey.projectCode(execution);
        places.answer(code, BusinessKey.economy(execution), PARTICIPANTS.in(execution), Actor.of(execution))
                .forEach(reference -> messages.tell(
                        AnnouncementProcess.KEY,
                        code,
                        AnnouncementProcess.WITHDREW_MESSAGE,
                        Map.of(PARTICIPANT.name(), reference)));
    }
}
