package org.assent.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From joining to leaving. */
record Stay(Instant from, Instant to) {

    /** What of it lies within the session, if anything. */
    Optional<Stay> within(Instant start, Instant end) {
        Instant later = from.isAfter(start) ? from : start;
        Instant earlier = to.isBefore(end) ? to : end;
        return later.isBefore(earlier) ? Optional.of(new Stay(later, earlier)) : Optional.empty();
    }

    /** Time spent on two devices at once counts once. */
    static long seconds(Collection<Stay> stays) {
        List<Stay> ordered =
                stays.stream().sorted(Comparator.comparing(Stay::from)).toList();
        Instant reached = Instant.MIN;
        Duration sum = Duration.ZERO;
        for (Stay stay : ordered) {
            Instant from = stay.from.isAfter(reached) ? stay.from : reached;
            if (stay.to.isAfter(from)) {
                sum = sum.plus(Duration.between(from, stay.to));
                reached = stay.to;
            }
        }
        return sum.toSeconds();
    }
}
