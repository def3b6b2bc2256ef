package org.assent.announcement;

import static org.assent.announcement.AnnouncementProcess.FREE_DAYS;
import static org.assent.announcement.AnnouncementProcess.SESSIONS;
import static org.assent.announcement.AnnouncementProcess.SPEAKERS;

import java.util.List;
import org.assent.engine.Actor;
import org.assent.engine.BusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Records sessions and speakers; the first session is known from now on. */
@Component
class RecordProgrammeDelegate implements JavaDelegate {

    private final AnnouncementService announcements;

    RecordProgrammeDelegate(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AnnouncementDates dates = announcements.completeProgramme(
                BusinessKey.of(execution),
                SESSIONS.find(execution).orElseGet(List::of),
                SPEAKERS.find(execution).orElseGet(List::of),
                FREE_DAYS.find(execution).orElse(false),
                Actor.of(execution));
        AnnouncementProcess.keep(execution, dates);
    }
}
