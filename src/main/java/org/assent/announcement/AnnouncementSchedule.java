package org.assent.announcement;

import java.util.Date;
import java.util.Map;
import org.assent.engine.Schedule;
import org.springframework.stereotype.Component;

/** The dates that the announcement's timers wait for. */
@Component
class AnnouncementSchedule implements Schedule {

    private final AnnouncementService announcements;

    AnnouncementSchedule(AnnouncementService announcements) {
        this.announcements = announcements;
    }

    @Override
    public String process() {
        return AnnouncementProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        AnnouncementDates dates = announcements.dates(businessKey);
        return Map.of(
                AnnouncementProcess.ANNOUNCE_AT.name(), Date.from(dates.announceAt()),
                AnnouncementProcess.READINESS_AT.name(), Date.from(dates.readinessAt()),
                AnnouncementProcess.FIRST_SESSION_AT.name(), Date.from(dates.firstSessionAt()));
    }
}
