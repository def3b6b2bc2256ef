package org.assent.certification;

import java.util.List;
import java.util.Map;
import org.assent.announcement.ParticipantRegister;
import org.assent.attendance.AttendanceRegister;
import org.assent.attendance.Presence;
import org.springframework.stereotype.Component;

/** Reads from the registers of announcement and attendance what decides about certificates. */
@Component
class Attendees {

    private final ParticipantRegister participants;
    private final AttendanceRegister attendance;

    Attendees(ParticipantRegister participants, AttendanceRegister attendance) {
        this.participants = participants;
        this.attendance = attendance;
    }

    /** Everybody who was ever offered a place, so that nobody is left without an answer. */
    List<Attendee> of(String code) {
        List<Integer> held = attendance.held(code);
        Map<String, Map<Integer, Presence>> presences = attendance.presences(code);
        return participants.participants(code).stream()
                .map(participant -> new Attendee(
                        participant.reference(),
                        participant.economy(),
                        participant.displayName(),
                        participant.state(),
                        held,
                        presences.getOrDefault(participant.reference(), Map.of())))
                .toList();
    }
}
