package org.assent.announcement;

import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the announcement and notes what its timers wait for. */
@Component
class ScheduleAnnouncementDelegate implements JavaDelegate {

    private final AnnouncementService announcements;

    ScheduleAnnouncementDelegate(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AnnouncementProcess.keep(execution, announcements.open(BusinessKey.of(execution)));
    }
}
