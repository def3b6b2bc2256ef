package org.assent.certification;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assent.announcement.ParticipationState;
import org.assent.attendance.Presence;

/** What decides about one participant's certificate: the place, the sessions held, and the presence in each (R6). */
record Attendee(
        String reference,
        String economy,
        String name,
        ParticipationState state,
        List<Integer> held,
        Map<Integer, Presence> presences) {

    /** Why this person receives no certificate, in words; empty for somebody who was present at all sessions held. */
    Optional<String> obstacle() {
        if (state == ParticipationState.WITHDRAWN || state == ParticipationState.REPLACED) {
            return Optional.of("withdrew");
        }
        if (state != ParticipationState.ACCEPTED) {
            return Optional.of("did not confirm the place");
        }
        if (held.isEmpty()) {
            return Optional.of("no session was held");
        }
        List<Integer> missed = held.stream()
                .filter(session -> presences.get(session) != Presence.PRESENT)
                .toList();
        if (missed.size() == held.size()) {
            return Optional.of("attended no session");
        }
        return missed.isEmpty() ? Optional.empty() : Optional.of("absent from " + sessions(missed));
    }

    int attended() {
        return (int) held.stream()
                .filter(session -> presences.get(session) == Presence.PRESENT)
                .count();
    }

    private static String sessions(List<Integer> missed) {
        int last = missed.get(missed.size() - 1);
        return missed.size() == 1
                ? "session " + last
                : missed.subList(0, missed.size() - 1).stream()
                        .map(String::valueOf)
                        .collect(joining(", ", "sessions ", " and " + last));
    }
}
