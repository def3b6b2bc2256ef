package org.assent.attendance;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of attendance. Public: certification and the case page read it. */
public interface AttendanceRegister {

    /** The numbers of the sessions that were held and recorded. */
    List<Integer> held(String code);

    /** Presence by session number, for each participant's reference; sessions not held are left out. */
    Map<String, Map<Integer, Presence>> presences(String code);

    /** How somebody attended; NO_SHOW too when no session was held. */
    Outcome outcome(String code, String reference);

    List<ContestLine> contests(String code);

    /** What the meeting platform's report on a session gave, in a sentence; empty without a report. */
    String report(String code, int session);

    /** How a participant attended the sessions that were held. */
    enum Outcome {
        ATTENDED_ALL,
        ATTENDED_PARTLY,
        NO_SHOW
    }

    /** An objection with its old and, once decided, new entry. */
    record ContestLine(
            String reference,
            String economy,
            int session,
            String reason,
            Presence before,
            @Nullable Presence after,
            @Nullable String decision) {}
}
