package org.assent.fence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Lists all fences with their state: in the log at start, before the first request is served, and at
 * {@code /actuator/health/fences} whenever asked. In production a broken one ends the start.
 */
@Component("fences")
class FenceReport extends AbstractHealthIndicator implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(FenceReport.class);

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);

    private final ObjectProvider<Fence> fences;
    private final boolean production;
    private volatile boolean reported;
    private @Nullable List<Seen> last;
    private long lastAt;

    FenceReport(ObjectProvider<Fence> fences, Environment environment) {
        super("The fences could not be looked at");
        this.fences = fences;
        this.production = environment.acceptsProfiles(Profiles.of("prod"));
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        List<Seen> seen = lately();
        Map<String, Object> rows = new LinkedHashMap<>();
        // a row may need more than one fence
        seen.forEach(one -> rows.put(rows.containsKey(one.row) ? one.row + ", " + one.name : one.row, one.told()));
        health.status(seen.stream().allMatch(Seen::whole) ? "UP" : "DOWN").withDetails(rows);
    }

    @Override
    public void start() {
        List<Seen> seen = look();
        seen.forEach(Seen::log);
        List<String> broken =
                seen.stream().filter(one -> !one.whole()).map(Seen::line).toList();
        if (production && !broken.isEmpty()) {
            throw new UnsafeStart(broken);
        }
        reported = true;
    }

    @Override
    public void stop() {
        reported = false;
    }

    @Override
    public boolean isRunning() {
        return reported;
    }

    /** Everything else has been built by then; the web server opens its port later. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Anybody may ask for the desk's health, as often as they like: looking costs some queries, so it is done now and then. */
    private synchronized List<Seen> lately() {
        long now = System.nanoTime();
        if (last == null || now - lastAt > GOOD_FOR.toNanos()) {
            last = look();
            lastAt = now;
        }
        return last;
    }

    private List<Seen> look() {
        List<Seen> seen = new ArrayList<>(fences.stream().map(Seen::of).toList());
        seen.sort(Comparator.comparing(Seen::order));
        return seen;
    }

    private record Seen(String row, String name, FenceState state) {

        static Seen of(Fence fence) {
            try {
                return new Seen(fence.row(), fence.name(), fence.state());
            } catch (RuntimeException unseen) {
                LOG.error("Fence {} ({}) could not be looked at", fence.row(), fence.name(), unseen);
                return new Seen(
                        fence.row(), fence.name(), FenceState.broken("It could not be looked at; the log says why."));
            }
        }

        boolean whole() {
            return state.whole();
        }

        String line() {
            return "Fence %s (%s): %s".formatted(row, name, state.sentence());
        }

        void log() {
            if (whole()) {
                LOG.info("Fence {} stands ({}): {}", row, name, state.sentence());
            } else {
                LOG.error("Fence {} is BROKEN ({}): {}", row, name, state.sentence());
            }
        }

        Map<String, String> told() {
            return Map.of("name", name, "state", whole() ? "whole" : "broken", "sentence", state.sentence());
        }

        /** 2 before 10, and the published holes last. */
        String order() {
            return row.matches("\\d+") ? String.format(Locale.ROOT, "%03d", Integer.parseInt(row)) : row;
        }
    }
}
