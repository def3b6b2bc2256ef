package org.assent.announcement;

import static org.assent.announcement.AnnouncementProcess.DELAY_INSTRUCTION;

import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records what the Secretary-General said about the delay. */
@Component
class RecordDelayInstructionDelegate implements JavaDelegate {

    private final AnnouncementService announcements;

    RecordDelayInstructionDelegate(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        announcements.instruct(BusinessKey.of(execution), DELAY_INSTRUCTION.in(execution), Actor.of(execution));
    }
}
