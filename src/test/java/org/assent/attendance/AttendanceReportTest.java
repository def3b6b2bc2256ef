package org.assent.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.assent.attendance.AttendanceMatch.Person;
import org.assent.attendance.AttendanceMatch.Result;
import org.assent.attendance.AttendanceMatch.Verdict;
import org.assent.attendance.AttendanceReport.Attendee;
import org.assent.attendance.AttendanceReport.Parsed;
import org.assent.attendance.AttendanceReport.Remark;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttendanceReportTest {

    private static final ZoneId COLOMBO = ZoneId.of("Asia/Colombo");
    /** 13:00 to 16:00 in Colombo. */
    private static final Instant START = Instant.parse("2022-08-24T07:30:00Z");

    private static final Instant END = Instant.parse("2022-08-24T10:30:00Z");
    private static final String ZOOM =
            "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest\n";
    private static final BigDecimal USUAL = AttendanceMatch.USUAL_THRESHOLD;

    @Test
    void a_zoom_report_is_read() {
        Parsed report = parse(
                ZOOM
                        + "Rahima Khatun (Rahima),R.Khatun@npo.example,08/24/2022 01:00:00 PM,08/24/2022 04:00:00 PM,180,Yes\n");

        assertThat(report.remarks()).isEmpty();
        assertThat(report.attendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.email()).isEqualTo("r.khatun@npo.example");
            assertThat(attendee.minutes()).isEqualTo(180);
        });
    }

    @Test
    void a_zoom_report_with_its_summary_above_is_read() {
        Parsed report = parse("Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants\n"
                + "123,Workshop,08/24/2022 12:50:00 PM,08/24/2022 04:10:00 PM,host@npo.example,200,2\n\n"
                + ZOOM + "A,a@x.org,08/24/2022 12:50:00 PM,08/24/2022 01:30:00 PM,40,No\n");

        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(30L);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void a_teams_report_counts_single_joins_and_not_first_join_to_last_leave() {
        String teams = "1. Summary\nMeeting title\tWorkshop\nAttended participants\t2\n\n2. Participants\n"
                + "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
                + "A\t8/24/22, 1:00:00 PM\t8/24/22, 4:00:00 PM\t1h\ta@x.org\ta@x.org\tPresenter\n\n"
                + "3. In-Meeting Activities\n"
                + "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\n"
                + "A\t8/24/22, 1:00:00\u202fPM\t8/24/22, 1:30:00\u202fPM\t30m\ta@x.org\tPresenter\n"
                + "A\t8/24/22, 3:30:00\u202fPM\t8/24/22, 4:00:00\u202fPM\t30m\ta@x.org\tPresenter\n\n"
                + "4. Poll\nQuestion\tAnswer\nWhy\tBecause\n";
        byte[] file = ("\ufeff" + teams.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_16LE);

        Parsed report = AttendanceReport.parse(file, START, END, COLOMBO);
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(60L);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void first_join_and_last_leave_alone_count_an_absence_against_the_participant_and_say_so() {
        Parsed report = parse("Full Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\n"
                + "A\t8/24/2022, 1:00:00 PM\t8/24/2022, 4:00:00 PM\t2h 30m 0s\ta@x.org\n"
                + "B\t8/24/2022, 1:00:00 PM\t8/24/2022, 4:00:00 PM\t2h 59m 30s\tb@x.org\n"
                + "C\t8/24/2022, 1:00:00 PM\t8/24/2022, 4:00:00 PM\t\tc@x.org\n"
                + "D\t8/24/2022, 1:00:00 PM\t8/24/2022, 4:00:00 PM\t120\td@x.org\n"
                + "E\t8/24/2022, 1:00:00 PM\t8/24/2022, 4:00:00 PM\t01:30:00\te@x.org\n");

        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(150L, 180L, 180L, 120L, 90L);
        assertThat(report.remarks()).extracting(Remark::line).containsExactly(2, 5, 6);
        assertThat(report.remarks().get(0).sentence()).contains("absence of 30 minutes");
    }

    @Test
    void several_joins_add_up_and_two_devices_at_once_count_once() {
        Parsed report = parse(ZOOM
                + row("A", "a@x.org", "13:00", "14:00")
                + row("A", "A@X.org", "13:30", "14:30")
                + row("A's phone", " a@x.org ", "13:10", "13:20")
                + row("A", "a@x.org", "15:00", "15:30"));

        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(120L);
    }

    @Test
    void time_before_and_after_the_session_does_not_count() {
        Parsed report = parse(ZOOM
                + row("A", "a@x.org", "12:00", "17:00")
                + row("B", "b@x.org", "11:00", "13:00")
                + row("C", "c@x.org", "16:00", "17:00"));

        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(180L, 0L, 0L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08/24/2022 01:30:00 PM",
                "8/24/2022, 1:30:00 PM",
                "8/24/22 1:30 pm",
                "08/24/2022 01:30:00 p.m.",
                "24/08/2022 13:30:00",
                "24.08.2022 13:30",
                "24.8.2022 13.30",
                "24-08-2022 13:30",
                "22-08-24 13:30",
                "2022/08/24 13:30",
                "2022-08-24 13:30:00",
                "2022-08-24T13:30:00",
                "2022-08-24T13:30:00.250",
                "2022-08-24T08:00:00Z",
                "2022-08-24T17:00:00+09:00",
                "2022-08-24 17:00:00 +0900",
                "2022-08-24 08:00:00 UTC",
                "2022-08-24 17:00 GMT+9",
                "08/24/2022 05:00:00 PM UTC+09:00",
                "Aug 24, 2022 1:30 PM",
                "August 24, 2022 at 1:30 PM",
                "Wednesday, August 24, 2022 1:30:00 PM",
                "24 Aug 2022 13:30",
                "24-Aug-2022 13:30",
                "13:30",
                "1:30 PM",
            })
    void times_are_read_as_platforms_write_them(String join) {
        Parsed report = parse("Name;Join;Leave\nA;" + join + ";2022-08-24T10:30:00Z\n");

        assertThat(report.remarks()).isEmpty();
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(150L);
    }

    @ParameterizedTest
    @CsvSource({
        "08/24/2022 12:00:00 AM, 0",
        "08/24/2022 12:00:00 PM, 12",
        "08/24/2022 12:59:59 PM, 12",
        "08/24/2022 11:59:59 PM, 23",
        "08/24/2022 13:05:00 PM, 13",
    })
    void noon_and_midnight_are_told_apart(String time, int hour) throws Exception {
        Instant read = new ReportTimes(START, END, COLOMBO).read(time, null);
        assertThat(read.atZone(COLOMBO).getHour()).isEqualTo(hour);
    }

    @Test
    void a_heading_may_name_the_zone_of_its_times() {
        Parsed report =
                parse("Name,Join Time (UTC+09:00),Leave Time (UTC+09:00)\nA,2022-08-24 16:30,2022-08-24 17:30\n");
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(60L);

        Parsed tokyo =
                parse("Name,Join Time (Asia/Tokyo),Leave Time (Asia/Tokyo)\nA,2022-08-24 16:30,2022-08-24 17:30\n");
        assertThat(tokyo.attendees()).extracting(Attendee::minutes).containsExactly(60L);
    }

    @ParameterizedTest
    @CsvSource({
        // the session is on 7 August; either order is read by it
        "2022-08-07T04:00:00Z, 07/08/2022 09:30, 60",
        "2022-08-07T04:00:00Z, 08/07/2022 09:30, 60",
        "2022-08-08T04:00:00Z, 08/08/2022 09:30, 60",
    })
    void day_and_month_are_told_apart_by_the_day_of_the_session(Instant start, String join, long minutes) {
        Parsed report = AttendanceReport.parse(
                bytes("Name,Join,Leave\nA," + join + "," + join.replace("09:30", "10:30") + "\n"),
                start,
                start.plusSeconds(7200),
                COLOMBO);
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(minutes);
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void a_date_that_fits_the_session_in_neither_order_is_reported_and_not_guessed() {
        Parsed report = parse(ZOOM + "A,a@x.org,01/02/2022 01:00 PM,01/02/2022 02:00 PM,60,No\n"
                + row("B", "b@x.org", "13:00", "16:00"));

        assertThat(report.remarks())
                .containsExactly(new Remark(
                        2,
                        "Line 2 has a date whose day and month can be read either way, neither fitting the session."));
        assertThat(report.attendees()).extracting(Attendee::name).containsExactly("B");
    }

    @Test
    void a_time_that_the_change_of_clocks_makes_double_or_void_is_reported() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant start = Instant.parse("2022-10-30T00:00:00Z");
        Parsed report = AttendanceReport.parse(
                bytes(
                        "Name,Join,Leave\nA,30.10.2022 02:30,30.10.2022 03:30\nB,2022-10-30T02:30+02:00,30.10.2022 03:30\n"),
                start,
                start.plusSeconds(7200),
                berlin);
        assertThat(report.remarks()).extracting(Remark::line).containsExactly(2);
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(90L);
    }

    @Test
    void garbage_costs_its_own_line_only() {
        Parsed report = parse(ZOOM
                + row("A", "a@x.org", "13:00", "16:00")
                + "garbage\n"
                + ",,08/24/2022 01:00 PM,08/24/2022 02:00 PM,60,No\n"
                + "B,b@x.org,yesterday,08/24/2022 02:00 PM,60,No\n"
                + "C,c@x.org,08/24/2022 02:00 PM,,60,No\n"
                + "D,d@x.org,08/24/2022 03:00 PM,08/24/2022 02:00 PM,60,No\n"
                + "\"E,e@x.org,08/24/2022 01:00 PM,08/24/2022 02:00 PM,60,No\n"
                + "F,f@x.org,08/24/2022 25:00,08/24/2022 26:00,60,No\n"
                + "G,g@x.org,02/30/2022 01:00 PM,08/24/2022 02:00 PM,60,No\n"
                + "\u0000\u0001\n"
                + row("Z", "z@x.org", "13:00", "16:00"));

        assertThat(report.attendees()).extracting(Attendee::name).containsExactly("A", "Z");
        assertThat(report.remarks())
                .extracting(Remark::sentence)
                .containsExactly(
                        "Line 3 is no line about a participant.",
                        "Line 4 names nobody.",
                        "Line 5 has a time that cannot be read.",
                        "Line 6 has no time of joining or leaving.",
                        "Line 7 ends before it begins.",
                        "Line 8 has a quotation mark without its partner.",
                        "Line 9 has a time that does not exist.",
                        "Line 10 has a date that does not exist.",
                        "Line 11 is no line about a participant.");
    }

    @Test
    void quoted_fields_may_hold_separators_quotes_and_line_breaks() {
        Parsed report = parse("\"Name\",\"E-mail\",\"Join\",\"Leave\"\r\n"
                + "\"Khatun, \"\"Rahima\"\"\",\"r@x.org\",\"8/24/2022, 1:00 PM\",\"8/24/2022, 2:00 PM\"\r\n"
                + "\"Silva\r\nPerera\",s@x.org,\"8/24/2022, 1:00 PM\",\"8/24/2022, 2:00 PM\"\r\n");

        assertThat(report.remarks()).isEmpty();
        assertThat(report.attendees()).extracting(Attendee::name).containsExactly("Khatun, \"Rahima\"", "Silva Perera");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"})
    void files_come_in_many_encodings_with_mark_or_without(String encoding) {
        Charset charset = Charset.forName(encoding);
        String file = "Name;E-mail;Join;Leave\r\nJosé Peña;j@x.org;24.08.2022 13:00;24.08.2022 14:00\r\n";
        for (String mark : encoding.startsWith("UTF") ? List.of("", "\ufeff") : List.of("")) {
            Parsed report = AttendanceReport.parse((mark + file).getBytes(charset), START, END, COLOMBO);
            assertThat(report.attendees()).extracting(Attendee::name).containsExactly("José Peña");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void any_usual_separator_will_do(String separator) {
        Parsed report = parse(String.join(separator, "Name", "Join", "Leave") + "\n"
                + String.join(separator, "A", "24.08.2022 13:00", "24.08.2022 14:00") + "\n");
        assertThat(report.attendees()).extracting(Attendee::minutes).containsExactly(60L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Name (Original Name),User Email,Join Time,Leave Time",
                "Full Name,Email,First Join,Last Leave",
                "Full Name,Email,First Join Time,Last Leave Time",
                "PARTICIPANT,E-Mail,JOIN,LEAVE",
                "name,mail,Joined at,Left at",
                "User Name,Email Address,Time joined,Time exited",
                "Display Name,e_mail,Join_Time,Leave_Time",
            })
    void columns_are_known_by_many_names(String heading) {
        Parsed report = parse(heading + "\nA,a@x.org,24.08.2022 13:00,24.08.2022 14:00\n");
        assertThat(report.attendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.name()).isEqualTo("A");
            assertThat(attendee.email()).isEqualTo("a@x.org");
            assertThat(attendee.minutes()).isEqualTo(60);
        });
    }

    @Test
    void a_name_may_stand_in_two_columns_and_columns_in_any_order() {
        Parsed report =
                parse("Leave time,Last name,Join time,First name\n24.08.2022 14:00,Khatun,24.08.2022 13:00,Rahima\n");
        assertThat(report.attendees()).extracting(Attendee::name).containsExactly("Rahima Khatun");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "Dear colleague,\nplease find attached",
                "Name,Email,Total Duration (Minutes)\nA,a@x.org,60",
                "%PDF-1.7 \u0000\u0001"
            })
    void a_file_that_is_no_report_is_refused_in_one_sentence(String file) {
        assertThatThrownBy(() -> parse(file))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "This file is no participant report: it has no columns for the name or e-mail address and for the"
                                + " times of joining and leaving.");
    }

    @Test
    void the_report_of_another_session_is_noticed() {
        Parsed report = parse("Name,Join,Leave\nA,2022-08-25 13:00,2022-08-25 16:00\n");
        assertThat(report.remarks()).singleElement().satisfies(remark -> assertThat(remark.sentence())
                .contains("another session"));
    }

    @ParameterizedTest
    @CsvSource({
        "15:23:59, 79, ABSENT",
        "15:24:00, 80, PRESENT",
        "15:24:01, 80, PRESENT",
        "16:00:00, 100, PRESENT",
        "13:00:00, 0, ABSENT",
    })
    void exactly_the_threshold_is_present_and_a_second_less_is_not(String leave, int percent, Verdict verdict) {
        Result result = only(ZOOM + row("A", "a@x.org", "13:00", leave), USUAL, new Person("LK-1", "A", "a@x.org"));
        assertThat(result.percent()).isEqualTo(percent);
        assertThat(result.verdict()).isEqualTo(verdict);
    }

    @Test
    void another_threshold_may_be_asked_for() {
        Person person = new Person("LK-1", "A", "a@x.org");
        String file = ZOOM + row("A", "a@x.org", "13:00", "15:00");
        assertThat(only(file, new BigDecimal("0.66"), person).verdict()).isEqualTo(Verdict.PRESENT);
        assertThat(only(file, new BigDecimal("0.67"), person).verdict()).isEqualTo(Verdict.ABSENT);
    }

    @Test
    void who_is_not_in_the_report_is_absent() {
        assertThat(only(ZOOM + row("B", "b@x.org", "13:00", "16:00"), USUAL, new Person("LK-1", "A", "a@x.org")))
                .satisfies(result -> {
                    assertThat(result.verdict()).isEqualTo(Verdict.ABSENT);
                    assertThat(result.minutes()).isZero();
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Rahima Khatun          | rahima khatun",
                "Rahima Khatun          | KHATUN, Rahima",
                "Rahima Khatun          | Khatun  Rahima",
                "Rahima Khatun          | Ms. Rahima Khatun",
                "Rahima Khatun          | RK (Rahima Khatun)",
                "Rahima Khatun          | Rahima Khatun (Guest)",
                "Nguyễn Thị Đặng        | Nguyen Thi Dang",
                "Ayşe Yıldız İnönü      | AYSE YILDIZ INONU",
                "Ayşe Yıldız İnönü      | Ayşe YILDIZ İNÖNÜ",
                "José Peña              | JOSE PENA",
                "Sean O'Neill           | Sean O\u2019Neill",
                "রহিমা খাতুন            | রহিমা খাতুন",
                "김철수                  | 김철수",
            })
    void names_match_without_case_accents_titles_and_order(String confirmed, String shown) {
        Result result = only(
                "Name\tJoin\tLeave\n" + shown + "\t24.08.2022 13:00\t24.08.2022 16:00\n",
                USUAL,
                new Person("1", confirmed, "known@x.org"));
        assertThat(result.verdict()).isEqualTo(Verdict.PRESENT);
    }

    @ParameterizedTest
    @CsvSource({"Rahima Khatun, Rahim Khatun", "রহিমা, রহিম", "Rahima Khatun, Rahima", "Rahima Khatun, iPad"})
    void names_that_differ_do_not_match(String confirmed, String shown) {
        var matched = parse(ZOOM + row(shown, "", "13:00", "16:00"))
                .match(List.of(new Person("1", confirmed, "known@x.org")), USUAL);
        assertThat(matched.results()).extracting(Result::verdict).containsExactly(Verdict.ABSENT);
        assertThat(matched.strangers()).extracting(Attendee::name).containsExactly(shown);
    }

    @Test
    void an_address_decides_before_a_name() {
        Person one = new Person("BD-1", "Md Karim", "one@x.org");
        Person two = new Person("BD-2", "Md Karim", "two@x.org");
        var matched = parse(ZOOM
                        + row("Md Karim", "TWO@x.org", "13:00", "16:00")
                        + row("Somebody", "one@x.org", "13:00", "13:30"))
                .match(List.of(one, two), USUAL);
        assertThat(matched.results()).extracting(Result::verdict).containsExactly(Verdict.ABSENT, Verdict.PRESENT);
        assertThat(matched.ambiguities()).isEmpty();
    }

    @Test
    void two_participants_of_one_name_are_never_guessed() {
        Person one = new Person("BD-1", "Md Karim", "one@x.org");
        Person two = new Person("BD-2", "Karim, Md", "two@x.org");
        var matched = parse(ZOOM + row("Md Karim", "", "13:00", "16:00")).match(List.of(one, two), USUAL);

        assertThat(matched.results()).extracting(Result::verdict).containsExactly(Verdict.UNCLEAR, Verdict.UNCLEAR);
        assertThat(matched.ambiguities()).singleElement().satisfies(ambiguity -> {
            assertThat(ambiguity.candidates()).containsExactly(one, two);
            assertThat(ambiguity.attendee().minutes()).isEqualTo(180);
        });
    }

    @Test
    void two_addresses_under_the_name_of_one_participant_are_never_guessed() {
        Person person = new Person("BD-1", "Md Karim", "known@x.org");
        var strangers = parse(ZOOM
                        + row("Md Karim", "a@y.org", "13:00", "14:30")
                        + row("Md Karim", "b@y.org", "14:30", "16:00"))
                .match(List.of(person), USUAL);
        assertThat(strangers.results()).extracting(Result::verdict).containsExactly(Verdict.UNCLEAR);
        assertThat(strangers.ambiguities()).hasSize(2);

        var known = parse(ZOOM
                        + row("Md Karim", "known@x.org", "13:00", "16:00")
                        + row("Md Karim", "b@y.org", "13:00", "16:00"))
                .match(List.of(person), USUAL);
        assertThat(known.results()).extracting(Result::verdict).containsExactly(Verdict.PRESENT);
        assertThat(known.ambiguities()).hasSize(1);
    }

    @Test
    void one_foreign_address_and_devices_without_address_belong_to_the_only_bearer_of_the_name() {
        Person person = new Person("BD-1", "Md Karim", "known@x.org");
        var matched = parse(ZOOM
                        + row("Md Karim", "private@y.org", "13:00", "14:30")
                        + row("KARIM, Md".replace(",", ""), "", "14:00", "16:00"))
                .match(List.of(person), USUAL);
        assertThat(matched.results()).extracting(Result::minutes).containsExactly(180L);
    }

    @Test
    void an_office_address_shared_by_two_is_settled_by_the_name_or_not_at_all() {
        Person one = new Person("LA-1", "Som Phone", "office@x.org");
        Person two = new Person("LA-2", "Keo Chan", "office@x.org");
        assertThat(parse(ZOOM + row("Keo Chan", "office@x.org", "13:00", "16:00"))
                        .match(List.of(one, two), USUAL)
                        .results())
                .extracting(Result::verdict)
                .containsExactly(Verdict.ABSENT, Verdict.PRESENT);
        assertThat(parse(ZOOM + row("Office", "office@x.org", "13:00", "16:00"))
                        .match(List.of(one, two), USUAL)
                        .results())
                .extracting(Result::verdict)
                .containsExactly(Verdict.UNCLEAR, Verdict.UNCLEAR);
    }

    private static Result only(String file, BigDecimal threshold, Person person) {
        return parse(file).match(List.of(person), threshold).results().get(0);
    }

    private static String row(String name, String email, String join, String leave) {
        return "%s,%s,24.08.2022 %s,24.08.2022 %s,0,No\n".formatted(name, email, join, leave);
    }

    private static Parsed parse(String file) {
        return AttendanceReport.parse(bytes(file), START, END, COLOMBO);
    }

    private static byte[] bytes(String file) {
        return file.getBytes(StandardCharsets.UTF_8);
    }
}
