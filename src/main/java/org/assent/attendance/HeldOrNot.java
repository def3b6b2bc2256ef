package org.assent.attendance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The host's answer whether a session was held, and what follows from it. */
enum HeldOrNot {
    HELD {
        @Override
        void store(
                AttendanceService attendance,
                String code,
                int session,
                List<PresenceRow> rows,
                @Nullable String reason,
                String by) {
            attendance.held(code, session, rows, by);
        }
    },
    NOT_HELD {
        @Override
        void store(
                AttendanceService attendance,
                String code,
                int session,
                List<PresenceRow> rows,
                @Nullable String reason,
                String by) {
            attendance.notHeld(code, session, reason, by);
        }
    };

    abstract void store(
            AttendanceService attendance,
            String code,
            int session,
            List<PresenceRow> rows,
            @Nullable String reason,
            String by);
}
