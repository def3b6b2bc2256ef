package org.assent.rehearsal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.announcement.SessionFacts;
import org.assent.attendance.AttendanceObjections;
import org.assent.attendance.AttendanceReports;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The sessions: attendance by report and by hand, an absentee, a contested entry. Keeps its own account of who was there. */
@Component
@Profile("rehearsal")
class SessionsAct {

    private static final String ABSENT = "TR";
    private static final String CONTESTING = "PH";
    private static final String STRANGER = "IN";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);

    private final Stage stage;
    private final ParticipantRegister participants;
    private final AttendanceReports reports;
    private final AttendanceObjections objections;
    private final Map<String, Set<Integer>> present = new TreeMap<>();

    SessionsAct(
            Stage stage, ParticipantRegister participants, AttendanceReports reports, AttendanceObjections objections) {
        this.stage = stage;
        this.participants = participants;
        this.reports = reports;
        this.objections = objections;
    }

    void hold() {
        List<SessionFacts> sessions = participants.sessions(stage.code());
        Stage.demand(sessions.size() == 4, "The programme should have four sessions.");
        stage.at(sessions.get(0).endsAt());
        stage.tell("first session held");
        handInReport(sessions.get(0));
        record(sessions.get(0), Set.of());
        stage.at(sessions.get(1).endsAt());
        record(sessions.get(1), Set.of(first(ABSENT)));
        stage.at(sessions.get(2).endsAt());
        record(sessions.get(2), Set.of(first(ABSENT)));
        stage.at(sessions.get(3).endsAt());
        record(sessions.get(3), Set.of(first(CONTESTING)));
        stage.settle();
        contest(sessions.get(3));
    }

    /** One of the participants lost the connection and came back. */
    private void handInReport(SessionFacts session) {
        byte[] report = participants.confirmed(stage.code()).stream()
                .map(participant -> lines(participant, session))
                .collect(Collectors.joining("\n", "Name,E-mail,Join time,Leave time\n", "\n"))
                .getBytes(StandardCharsets.UTF_8);
        Official stranger = stage.liaison(STRANGER);
        stage.refused(
                stranger,
                () -> stranger.isRefused(
                        "hand in the report of a session",
                        () -> stranger.does(() -> reports.hand(stage.code(), session.number(), report))));
        String read =
                stage.liaison(stage.project().host()).does(() -> reports.hand(stage.code(), session.number(), report));
        stage.settle();
        stage.tell(read);
    }

    private static String lines(ParticipantFacts participant, SessionFacts session) {
        Instant from = session.startsAt().plusSeconds(120);
        Instant until = session.endsAt();
        return participant.economy().equals(STRANGER)
                ? line(participant, from, until.minusSeconds(5400), session.zone()) + "\n"
                        + line(participant, until.minusSeconds(5100), until, session.zone())
                : line(participant, from, until, session.zone());
    }

    private static String line(ParticipantFacts participant, Instant join, Instant leave, ZoneId zone) {
        return String.join(
                ",",
                participant.displayName(),
                participant.email(),
                TIME.format(join.atZone(zone)),
                TIME.format(leave.atZone(zone)));
    }

    private void record(SessionFacts session, Set<String> absent) {
        stage.liaison(stage.project().host()).complete(stage.code(), "recordAttendance", form -> {
            Stage.demand(
                    form.text("sessionNumber").equals(String.valueOf(session.number())),
                    "The host is asked about another session than number " + session.number() + ".");
            List<Map<String, @Nullable Object>> rows = form.rows("presences");
            rows.forEach(row ->
                    row.put("presence", absent.contains(String.valueOf(row.get("reference"))) ? "ABSENT" : "PRESENT"));
            rows.forEach(row -> note(row, session.number()));
            form.enter("held", "HELD").enter("presences", rows);
        });
        stage.tell("session %d: %d present, %d absent"
                .formatted(session.number(), count(session.number()), absent.size()));
    }

    private void note(Map<String, @Nullable Object> row, int session) {
        Set<Integer> sessions = present.computeIfAbsent(String.valueOf(row.get("reference")), one -> new TreeSet<>());
        if ("PRESENT".equals(row.get("presence"))) {
            sessions.add(session);
        }
    }

    private long count(int session) {
        return present.values().stream()
                .filter(sessions -> sessions.contains(session))
                .count();
    }

    /** The NPO objects, the host corrects. */
    private void contest(SessionFacts session) {
        String reference = first(CONTESTING);
        Official stranger = stage.liaison(STRANGER);
        stage.refused(
                stranger,
                () -> stranger.isRefused(
                        "contest another economy's entry", () -> contest(stranger, session, reference)));
        contest(stage.liaison(CONTESTING), session, reference);
        stage.tell("%s contests that %s is recorded as absent".formatted(stage.name(CONTESTING), reference));
        stage.liaison(stage.project().host())
                .complete(stage.code(), "correctAttendance", form -> form.enter("corrected", "PRESENT")
                        .enter("correctionReason", "Took part by telephone; the moderator confirms it."));
        present.computeIfAbsent(reference, one -> new TreeSet<>()).add(session.number());
        stage.settle();
        stage.tell("the host corrects the entry of " + reference);
    }

    private void contest(Official npo, SessionFacts session, String reference) {
        npo.does(() -> {
            objections.contest(stage.code(), session.number(), reference, "Followed the session by telephone.");
            return reference;
        });
    }

    private String first(String economy) {
        return participants.confirmed(stage.code()).stream()
                .filter(participant -> participant.economy().equals(economy))
                .map(ParticipantFacts::reference)
                .findFirst()
                .orElseThrow(() -> new NotPossible(stage.name(economy) + " has no participant."));
    }

    /** Who, by this act's own account, was present at every session held. */
    Set<String> presentAtAll() {
        return present.entrySet().stream()
                .filter(entry -> entry.getValue().size() == 4)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
