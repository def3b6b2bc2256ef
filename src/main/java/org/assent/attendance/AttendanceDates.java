package org.assent.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.assent.announcement.ParticipantRegister;
import org.assent.engine.Schedule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** When the process of attendance wakes up by itself. */
@Component
class AttendanceDates implements Schedule {

    private final ParticipantRegister participants;
    private final Clock clock;
    private final Duration contestPeriod;

    AttendanceDates(
            ParticipantRegister participants,
            Clock clock,
            @Value("${assent.attendance.contest-period:P3D}") Duration contestPeriod) {
        this.participants = participants;
        this.clock = clock;
        this.contestPeriod = contestPeriod;
    }

    Instant startsAt(String code, int session) {
        return participants.sessions(code).stream()
                .filter(facts -> facts.number() == session)
                .findFirst()
                .orElseThrow()
                .startsAt();
    }

    /** Three days after the last session was recorded (our own default: the APO's procedure was not found). */
    Instant contestUntil() {
        return clock.instant().plus(contestPeriod);
    }

    @Override
    public String process() {
        return AttendanceProcess.KEY;
    }

    /** Only the sessions move with a revision; an objection period that runs stays. */
    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return variables.get(AttendanceProcess.SESSION.name()) instanceof Number session
                ? Map.of(AttendanceProcess.STARTS_AT.name(), Date.from(startsAt(businessKey, session.intValue())))
                : Map.of();
    }
}
