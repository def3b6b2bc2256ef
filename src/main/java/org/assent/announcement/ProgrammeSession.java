package org.assent.announcement;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A session of the programme: a day of the project and local times, so that it moves with the project. */
@Entity
class ProgrammeSession {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private Announcement announcement;

    private int number;
    private String title;
    private int dayNumber;
    private LocalTime starts;
    private LocalTime ends;
    private @Nullable String speakers;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected ProgrammeSession() {}

    ProgrammeSession(
            Announcement announcement,
            String title,
            int dayNumber,
            LocalTime starts,
            LocalTime ends,
            @Nullable String speakers) {
        this.announcement = announcement;
        this.title = title;
        this.dayNumber = dayNumber;
        this.starts = starts;
        this.ends = ends;
        this.speakers = speakers;
    }

    /** A session as it was typed, held to the days of the project. */
    static ProgrammeSession of(Announcement announcement, SessionLine line, ProjectDays days) {
        String title = line.title() == null ? "" : line.title().strip();
        if (title.isEmpty() || line.date() == null || line.start() == null || line.end() == null) {
            throw new Refusal("Each session needs a title, a date, a start and an end.");
        }
        int day = days.number(line.date());
        days.refuseSkipped(day, line.start());
        days.refuseSkipped(day, line.end());
        var session = new ProgrammeSession(announcement, title, day, line.start(), line.end(), line.speaker());
        if (!session.startsAt(days).isBefore(session.endsAt(days))) {
            throw new Refusal("“%s” must end after it starts, on the same day.".formatted(title));
        }
        return session;
    }

    void number(int number) {
        this.number = number;
    }

    ZonedDateTime startsAt(ProjectDays days) {
        return days.at(dayNumber, starts);
    }

    ZonedDateTime endsAt(ProjectDays days) {
        return days.at(dayNumber, ends);
    }

    SessionFacts facts(ProjectDays days) {
        return new SessionFacts(
                number, title, startsAt(days).toInstant(), endsAt(days).toInstant(), days.zone(), days.date(dayNumber));
    }

    int number() {
        return number;
    }

    int dayNumber() {
        return dayNumber;
    }

    String title() {
        return title;
    }

    @Nullable
    String speakers() {
        return speakers;
    }
}
