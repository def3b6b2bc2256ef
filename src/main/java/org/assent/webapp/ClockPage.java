package org.assent.webapp;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assent.clock.ClockControl;
import org.assent.clock.ClockMove;
import org.assent.clock.ClockReading;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rehearsal clock as officials see and move it; in production there is none. */
@Component
class ClockPage {

    private final ObjectProvider<ClockControl> control;
    private final Clock clock;
    private final IdentityService identity;

    ClockPage(ObjectProvider<ClockControl> control, Clock clock, IdentityService identity) {
        this.control = control;
        this.clock = clock;
        this.identity = identity;
    }

    boolean isThere() {
        return control.getIfAvailable() != null;
    }

    /** Cheap: asked again and again while the clock moves. */
    Map<String, String> time() {
        control();
        return Map.of("time", TokyoTime.moment(clock.instant()));
    }

    Map<String, String> reading() {
        ClockReading reading = control().now();
        Map<String, String> shown = new HashMap<>();
        shown.put("time", TokyoTime.moment(reading.time()));
        shown.put("day", reading.time().atZone(TokyoTime.TOKYO).toLocalDate().toString());
        if (reading.next() != null) {
            shown.put("nextTime", TokyoTime.moment(reading.next().due()));
            shown.put("next", shown(reading.next().what(), reading.next().tenant()));
        }
        return shown;
    }

    Map<String, Object> toNext() {
        demandPart();
        return told(control().moveToNextTimer());
    }

    /** To nine in the morning of a day, or to the time given, in Tokyo. */
    Map<String, Object> to(String day, String time) {
        demandPart();
        return told(control().moveTo(moment(day, time)));
    }

    private static Instant moment(String day, String time) {
        try {
            return LocalDate.parse(day)
                    .atTime(time.isBlank() ? LocalTime.of(9, 0) : LocalTime.parse(time))
                    .atZone(TokyoTime.TOKYO)
                    .toInstant();
        } catch (DateTimeParseException e) {
            throw new Refusal("Please choose a date.");
        }
    }

    private Map<String, Object> told(ClockMove move) {
        List<Map<String, String>> ran = move.ran().stream()
                .map(one -> Map.of(
                        "time", TokyoTime.moment(one.due()),
                        "what", shown(one.what(), one.tenant()),
                        "failed", one.failed() ? "failed, see Cockpit" : ""))
                .toList();
        return Map.of("from", TokyoTime.moment(move.from()), "to", TokyoTime.moment(move.to()), "ran", ran);
    }

    /** A timer tells which office works on which case: that is for those who may read the case. */
    private String shown(String what, @Nullable String tenant) {
        return new Viewer(Caller.now(identity)).mayReadCasesOf(tenant) ? what : "a step of another office";
    }

    private void demandPart() {
        Viewer viewer = new Viewer(Caller.now(identity));
        if (viewer.is("auditors")) {
            throw new Refusal("Auditors change nothing, and the clock sets everything going.");
        }
        if (viewer.is("account-administrators")) {
            throw new Refusal("Administrators of accounts change no case, and the clock sets everything going.");
        }
    }

    private ClockControl control() {
        return Optional.ofNullable(control.getIfAvailable())
                .orElseThrow(() -> new Refusal("This desk runs on the system's clock, which cannot be moved."));
    }
}
