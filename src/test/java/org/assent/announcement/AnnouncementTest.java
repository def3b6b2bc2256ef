package org.assent.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules that the entities hold, whatever a diagram does. */
class AnnouncementTest {

    private static final Instant NOW = Instant.parse("2022-08-10T00:00:00Z");
    private static final ProjectDays COLOMBO = days("2022-08-24", "2022-08-26", "Asia/Colombo");
    private static final List<SpeakerLine> SPEAKER =
            List.of(new SpeakerLine("Hana Sato", null, null, "Japan", SpeakerOrigin.OVERSEAS, null, null));

    private final Announcement announcement = new Announcement("22-CL-15-GE-WSP-A");

    @Test
    void a_day_may_hold_several_sessions_and_they_are_numbered_as_they_are_held() {
        complete(
                COLOMBO,
                line("Third", "2022-08-25", "09:00", "12:00"),
                line("Second", "2022-08-24", "12:00", "13:00"),
                line("Fourth", "2022-08-26", "09:00", "12:00"),
                line("First", "2022-08-24", "09:00", "12:00"));

        assertThat(announcement.sessions())
                .extracting(ProgrammeSession::title)
                .containsExactly("First", "Second", "Third", "Fourth");
        assertThat(announcement.sessions()).extracting(ProgrammeSession::number).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest(name = "{0} {1} to {2}: {3}")
    @CsvSource({
        "2022-08-23, 09:00, 10:00, 23 August 2022 is not a day of the project",
        "2022-08-27, 09:00, 10:00, 27 August 2022 is not a day of the project",
        "2022-08-24, 10:00, 10:00, must end after it starts",
        "2022-08-24, 10:00, 09:45, must end after it starts",
        "2022-08-24, 13:45, 15:00, overlap",
        "2022-08-24, 16:59, 18:00, overlap",
    })
    void a_session_that_cannot_be_held_is_refused(String date, String start, String end, String sentence) {
        assertThatThrownBy(() -> complete(COLOMBO, daily(COLOMBO, line("Odd one", date, start, end))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
        assertThat(announcement.programmeCompleted()).isFalse();
    }

    @Test
    void one_session_may_begin_when_another_ends() {
        assertThatNoException()
                .isThrownBy(() -> complete(COLOMBO, daily(COLOMBO, line("Evening", "2022-08-24", "17:00", "18:00"))));
    }

    @Test
    void a_day_without_a_session_is_refused_unless_it_is_meant() {
        SessionLine[] twoDays = {
            line("First", "2022-08-24", "09:00", "12:00"), line("Last", "2022-08-26", "09:00", "12:00")
        };

        assertThatThrownBy(() -> complete(COLOMBO, twoDays)).hasMessageContaining("no session on 25 August 2022");
        announcement.completeProgramme(List.of(twoDays), SPEAKER, true, COLOMBO, "programme-officer", NOW);

        assertThat(announcement.sessions())
                .extracting(ProgrammeSession::dayNumber)
                .containsExactly(1, 3);
    }

    @Test
    void a_programme_needs_sessions_and_speakers_with_what_makes_them_one() {
        assertThatThrownBy(() -> complete(COLOMBO)).hasMessageContaining("at least one session");
        assertThatThrownBy(() -> announcement.completeProgramme(
                        List.of(daily(COLOMBO)), List.of(), false, COLOMBO, "programme-officer", NOW))
                .hasMessageContaining("at least one speaker");
        assertThatThrownBy(() -> complete(COLOMBO, daily(COLOMBO, new SessionLine("", null, null, null, null))))
                .hasMessageContaining("a title, a date, a start and an end");
    }

    @ParameterizedTest(name = "{0}: {1} at {2}")
    @CsvSource({
        // the clocks go forward: at midnight in Tehran until 2022, at two in Fiji
        "Asia/Tehran, 2022-03-22, 00:30, false",
        "Asia/Tehran, 2022-03-22, 01:00, true",
        "Pacific/Fiji, 2020-12-20, 02:30, false",
        "Pacific/Fiji, 2020-12-20, 03:00, true",
        // and back: the hour that comes twice is there
        "Asia/Tehran, 2022-09-21, 23:30, true",
        "Asia/Colombo, 2022-03-22, 00:30, true",
    })
    void an_hour_that_the_host_skips_is_refused(String zone, String date, String start, boolean exists) {
        ProjectDays days = days(date, date, zone);
        SessionLine line = line("At night", date, start, "23:59");

        if (exists) {
            complete(days, line);
            assertThat(announcement.sessions()).hasSize(1);
        } else {
            assertThatThrownBy(() -> complete(days, line))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("the clocks are put forward");
        }
    }

    @ParameterizedTest(name = "day 2 of a project from {0} is {2}")
    @CsvSource({
        "2024-02-28, 2024-03-01, 2024-02-29",
        "2023-02-28, 2023-03-01, 2023-03-01",
        "2022-12-31, 2023-01-02, 2023-01-01",
        "2022-08-31, 2022-09-02, 2022-09-01"
    })
    void days_are_counted_over_month_ends_and_leap_years(String start, String end, String second) {
        ProjectDays days = days(start, end, "Asia/Colombo");
        complete(days, daily(days));

        assertThat(announcement.sessions().get(1).facts(days).date()).isEqualTo(second);
    }

    @Test
    void a_moved_project_takes_its_sessions_along() {
        complete(COLOMBO, daily(COLOMBO));

        SessionFacts moved = announcement.sessions().get(2).facts(days("2023-02-27", "2023-03-01", "Asia/Colombo"));

        assertThat(moved.date()).isEqualTo("2023-03-01");
        assertThat(moved.startsAt()).isEqualTo(Instant.parse("2023-03-01T08:30:00Z"));
    }

    @ParameterizedTest(name = "announced at {0}: late {1}")
    @CsvSource({
        "2022-08-10T00:00:00Z, false",
        "2022-08-10T14:59:59Z, false",
        "2022-08-10T15:00:00Z, true",
        "2022-08-20T00:00:00Z, true"
    })
    void an_announcement_is_late_from_the_day_after_in_tokyo(Instant now, boolean late) {
        complete(COLOMBO, daily(COLOMBO));
        announcement.announce(LocalDate.of(2022, 8, 10), now);

        assertThat(announcement.late()).isEqualTo(late);
        assertThatThrownBy(() -> announcement.announce(LocalDate.of(2022, 8, 30), now))
                .hasMessageContaining("already");
    }

    @Test
    void nothing_is_announced_without_a_programme_and_no_place_is_offered_before() {
        assertThatThrownBy(() -> announcement.announce(LocalDate.of(2022, 8, 10), NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("programme");
        assertThatThrownBy(() -> offer("BD-1", false, 38)).hasMessageContaining("announced");
    }

    @Test
    void there_are_never_more_participants_than_places_of_their_kind() {
        announced();
        offer("BD-1", false, 1);
        offer("LK-1", true, 1);

        assertThatThrownBy(() -> offer("IN-1", false, 1)).hasMessageContaining("All overseas places");
        assertThatThrownBy(() -> offer("LK-2", true, 1)).hasMessageContaining("All local places");
        assertThatThrownBy(() -> offer("BD-1", false, 2)).hasMessageContaining("already");
    }

    @Test
    void a_place_goes_from_offered_to_withdrawn_to_one_successor_and_no_further() {
        announced();
        Participation rahima = offer("BD-1", false, 1);
        rahima.accept("npo-bd", NOW);
        assertThatThrownBy(() -> rahima.accept("npo-bd", NOW)).hasMessageContaining("already answered");
        assertThatThrownBy(() -> rahima.replaceBy("IN-1")).hasMessageContaining("not free");
        assertThatThrownBy(() -> rahima.withdraw(" ", "npo-bd", NOW)).hasMessageContaining("say why");

        rahima.withdraw("Illness in the family", "npo-bd", NOW);
        announcement.replace(rahima, new Offer("IN-1", "IN", false), person(), 1, NOW);

        assertThat(rahima.facts().replacedBy()).isEqualTo("IN-1");
        assertThat(announcement.taken(false)).isEqualTo(1);
        assertThatThrownBy(() -> announcement.replace(rahima, new Offer("NP-1", "NP", false), person(), 2, NOW))
                .hasMessageContaining("not free");
        assertThatThrownBy(() -> rahima.withdraw("Again", "npo-bd", NOW)).hasMessageContaining("already withdrawn");
    }

    @Test
    void an_npo_answers_for_nobody_elses_participant() {
        announced();
        offer("BD-1", false, 1);

        assertThatThrownBy(() -> announcement.participant("BD-1", "IN"))
                .isInstanceOf(Refusal.class)
                .hasMessage("Your economy has no such participant.");
    }

    private void announced() {
        complete(COLOMBO, daily(COLOMBO));
        announcement.announce(LocalDate.of(2022, 8, 10), NOW);
    }

    private Participation offer(String reference, boolean local, int places) {
        return announcement.offer(new Offer(reference, reference.substring(0, 2), local), person(), places, NOW);
    }

    private void complete(ProjectDays days, SessionLine... lines) {
        announcement.completeProgramme(List.of(lines), SPEAKER, false, days, "programme-officer", NOW);
    }

    private static SessionLine[] daily(ProjectDays days, SessionLine... more) {
        List<SessionLine> lines = new ArrayList<>(IntStream.rangeClosed(1, days.count())
                .mapToObj(day -> new SessionLine(
                        "Day " + day, days.date(day), LocalTime.of(14, 0), LocalTime.of(17, 0), "Hana Sato"))
                .toList());
        lines.addAll(List.of(more));
        return lines.toArray(SessionLine[]::new);
    }

    private static SessionLine line(String title, String date, String start, String end) {
        return new SessionLine(title, LocalDate.parse(date), LocalTime.parse(start), LocalTime.parse(end), null);
    }

    private static ProjectDays days(String start, String end, String zone) {
        return new ProjectDays(LocalDate.parse(start), LocalDate.parse(end), ZoneId.of(zone));
    }

    private static Person person() {
        return new Person("Khatun", "Rahima", "Rahima Khatun", "rahima@example.org", "Director", "Ministry");
    }
}
