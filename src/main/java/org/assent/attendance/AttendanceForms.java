package org.assent.attendance;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.announcement.SessionFacts;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class AttendanceForms {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final ParticipantRegister participants;
    private final ProjectRegister projects;
    private final PlatformLines lines;
    private final Sessions sessions;
    private final Contests contests;

    AttendanceForms(
            ParticipantRegister participants,
            ProjectRegister projects,
            PlatformLines lines,
            Sessions sessions,
            Contests contests) {
        this.participants = participants;
        this.projects = projects;
        this.lines = lines;
        this.sessions = sessions;
        this.contests = contests;
    }

    @Bean
    TaskPrefill recordAttendanceForm() {
        return TaskPrefill.of(
                "recordAttendance",
                task -> attendance(task.projectCode(), task.number(AttendanceProcess.SESSION.name())));
    }

    @Bean
    TaskPrefill correctAttendanceForm() {
        return TaskPrefill.of(
                "correctAttendance", task -> correction(task.number(AttendanceProcess.Brought.CONTEST.name())));
    }

    private Map<String, Object> attendance(String code, int number) {
        SessionFacts session = session(code, number);
        Map<String, PlatformLine> reported = new HashMap<>();
        lines.findByProjectCodeAndSession(code, number).forEach(line -> reported.put(line.reference(), line));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (ParticipantFacts participant : participants.confirmed(code)) {
            Map<String, Object> row = new LinkedHashMap<>();
            PlatformLine line = reported.get(participant.reference());
            row.put("reference", participant.reference());
            row.put(
                    "participant",
                    participant.displayName() + ", "
                            + projects.economy(participant.economy()).name());
            row.put("platform", line == null ? "no report" : line.text());
            if (line == null || line.says(AttendanceMatch.Verdict.PRESENT)) {
                row.put("presence", Presence.PRESENT.name());
            } else if (line.says(AttendanceMatch.Verdict.ABSENT)) {
                row.put("presence", Presence.ABSENT.name());
            }
            rows.add(row);
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("sessionNumber", Integer.toString(number));
        values.put("sessionTitle", session.title());
        values.put("sessionTime", time(session));
        values.put(
                "reportText",
                sessions.findByProjectCodeAndSession(code, number)
                        .map(HeldSession::reportSummary)
                        .orElse("No report of the meeting platform was handed in."));
        values.put("held", HeldOrNot.HELD.name());
        values.put("presences", rows);
        return values;
    }

    private Map<String, Object> correction(long id) {
        AttendanceContest contest = contests.findById(id).orElseThrow();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(
                "contestedBy",
                "The NPO of " + projects.economy(contest.economy()).name());
        values.put(
                "participant",
                participants.participants(contest.projectCode()).stream()
                        .filter(one -> one.reference().equals(contest.reference()))
                        .findFirst()
                        .map(ParticipantFacts::displayName)
                        .orElse(contest.reference()));
        values.put("sessionNumber", Integer.toString(contest.session()));
        values.put(
                "sessionTitle",
                session(contest.projectCode(), contest.session()).title());
        values.put("recordedAs", contest.oldPresence().label());
        values.put("contestReason", contest.contestReason());
        return values;
    }

    private SessionFacts session(String code, int number) {
        return participants.sessions(code).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String time(SessionFacts session) {
        return DAY_AND_TIME.format(session.startsAt().atZone(session.zone())) + "–"
                + TIME.format(session.endsAt().atZone(session.zone())) + " ("
                + session.zone().getId() + ")";
    }
}
