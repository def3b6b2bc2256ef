package org.assent.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.assent.clock.ClockControl;
import org.assent.clock.ClockMove;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.scheme.FiscalYear;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What all acts of the rehearsal share: the date, the officials, the project, the progress, what was refused. */
@Component
@Profile("rehearsal")
class Stage {

    private static final int REPETITIONS = 3;
    private static final Duration REPEATED_AFTER = Duration.ofMinutes(11);

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** Something that was asked for, or somebody who was put forward, in vain. */
    record Refused(String who, String reason) {}

    private final Officials officials;
    private final ProjectRegister projects;
    private final ClockControl clock;
    private final List<Refused> refusals = new ArrayList<>();
    private final long begun = System.nanoTime();
    private Consumer<String> audience = System.out::println;
    private @Nullable String code;

    Stage(Officials officials, ProjectRegister projects, ClockControl clock) {
        this.officials = officials;
        this.projects = projects;
        this.clock = clock;
    }

    /** To this day in Tokyo, through everything that falls due on the way. */
    void on(LocalDate day, String time) {
        at(day.atTime(LocalTime.parse(time)).atZone(TOKYO).toInstant());
    }

    /** To this day in Dhaka, where agreements are made. */
    void inDhaka(LocalDate day, String time) {
        at(day.atTime(LocalTime.parse(time)).atZone(FiscalYear.DHAKA).toInstant());
    }

    /** Two jobs that got in each other's way are repeated after ten minutes, as on any day; later ones stay failed. */
    void at(Instant moment) {
        ClockMove move = clock.moveTo(moment);
        for (int again = 0; again < REPETITIONS && hasFailed(move); again++) {
            move = clock.moveTo(now().plus(REPEATED_AFTER));
        }
        settled(move);
    }

    private static boolean hasFailed(ClockMove move) {
        return move.ran().stream().anyMatch(ClockMove.Ran::failed);
    }

    /** Lets the engine finish what the last step began. */
    void settle() {
        settled(clock.moveTo(now().plusSeconds(1)));
    }

    private static void settled(ClockMove move) {
        String failed = move.ran().stream()
                .filter(ClockMove.Ran::failed)
                .map(ClockMove.Ran::what)
                .collect(Collectors.joining("; "));
        demand(failed.isEmpty(), "The engine could not do this: " + failed);
    }

    Instant now() {
        return clock.now().time();
    }

    LocalDate today() {
        return LocalDate.ofInstant(now(), TOKYO);
    }

    Official user(String id) {
        return officials.user(id);
    }

    Official liaison(String economy) {
        return officials.liaison(economy);
    }

    Official head(String economy) {
        return officials.head(economy);
    }

    void plays(String projectCode) {
        this.code = projectCode;
    }

    String code() {
        if (code == null) {
            throw new NotPossible("No project has been planned yet.");
        }
        return code;
    }

    ProjectFacts project() {
        return projects.project(code());
    }

    String nomination(String economy) {
        return code() + "/" + economy;
    }

    String name(String economy) {
        return projects.economy(economy).name();
    }

    void listens(Consumer<String> listener) {
        this.audience = listener;
    }

    /** One line for whoever watches. */
    void tell(String sentence) {
        audience.accept("[%3d s] %-17s %s"
                .formatted(Duration.ofNanos(System.nanoTime() - begun).toSeconds(), DAY.format(today()), sentence));
    }

    /** Keeps what somebody was told when they asked for what the rules forbid. */
    void refused(String who, String reason) {
        refusals.add(new Refused(who, reason));
        tell("refused to %s: %s".formatted(who, reason));
    }

    /** The same for a step that the official has in Tasklist. */
    void refused(Official who, Supplier<String> attempt) {
        refused(who.user(), attempt.get());
    }

    /** Keeps what became of a candidate, without telling it aloud. */
    void left(String who, String reason) {
        refusals.add(new Refused(who, reason));
    }

    List<Refused> refusals() {
        return List.copyOf(refusals);
    }

    static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new NotPossible(otherwise);
        }
    }
}
