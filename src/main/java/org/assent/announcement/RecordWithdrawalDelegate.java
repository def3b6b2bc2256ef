package org.assent.announcement;

import static org.assent.announcement.PlaceForms.PARTICIPANT;
import static org.assent.announcement.PlaceForms.WITHDRAWAL_REASON;

import java.util.Map;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.assent.engine.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a withdrawal; the next alternate gets the place at once. */
@Component
class RecordWithdrawalDelegate implements JavaDelegate {

    private final PlaceService places;
    private final Messages messages;

    RecordWithdrawalDelegate(PlaceService places, Messages messages) {
        this.places = places;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = BusinessKey.projectCode(execution);
        places.withdraw(
                code,
                BusinessKey.economy(execution),
                PARTICIPANT.in(execution),
                WITHDRAWAL_REASON.in(execution),
                Actor.of(execution));
        messages.tell(
                AnnouncementProcess.KEY,
                code,
                AnnouncementProcess.WITHDREW_MESSAGE,
                Map.of(PARTICIPANT.name(), PARTICIPANT.in(execution)));
    }
}
