package org.assent.announcement;

import static org.assent.announcement.AnnouncementProcess.READY;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees whether programme and selection are ready. */
@Component
class CheckReadinessDelegate implements JavaDelegate {

    private final AnnouncementService announcements;

    CheckReadinessDelegate(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        READY.set(execution, announcements.isReady(BusinessKey.of(execution)));
    }
}
