package org.assent.attendance;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.announcement.SessionFacts;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes attendance. */
@Service
@Transactional
class AttendanceService {

    private final Sessions sessions;
    private final Entries entries;
    private final Contests contests;
    private final PlatformLines lines;
    private final ParticipantRegister participants;
    private final Clock clock;
    private final BigDecimal presentShare;

    AttendanceService(
            Sessions sessions,
            Entries entries,
            Contests contests,
            PlatformLines lines,
            ParticipantRegister participants,
            Clock clock,
            @Value("${assent.attendance.present-share:0.80}") BigDecimal presentShare) {
        this.sessions = sessions;
        this.entries = entries;
        this.contests = contests;
        this.lines = lines;
        this.participants = participants;
        this.clock = clock;
        this.presentShare = presentShare;
    }

    /** The numbers of the sessions in the programme, each with its record begun. */
    List<Integer> open(String code) {
        List<Integer> numbers =
                participants.sessions(code).stream().map(SessionFacts::number).toList();
        numbers.forEach(number -> session(code, number));
        return numbers;
    }

    void held(String code, int number, List<PresenceRow> rows, String by) {
        session(code, number).wasHeld(by, clock.instant());
        Map<String, Presence> answers = new HashMap<>();
        rows.forEach(row -> answers.put(row.reference(), row.presence()));
        for (ParticipantFacts participant : participants.confirmed(code)) {
            Presence presence = answers.remove(participant.reference());
            if (presence == null) {
                throw new Refusal("Please say for each participant whether he or she was present.");
            }
            entries.save(new AttendanceEntry(code, number, participant.reference(), participant.economy(), presence));
        }
        if (!answers.isEmpty()) {
            throw new Refusal("The list of participants has changed; please open the task again.");
        }
    }

    void notHeld(String code, int number, @Nullable String reason, String by) {
        session(code, number).wasNotHeld(reason, by, clock.instant());
    }

    /** Keeps what the meeting platform's report says; the host's form is prefilled with it. */
    void report(String code, int number, String base64) {
        SessionFacts facts = participants.sessions(code).stream()
                .filter(session -> session.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refusal("The programme has no session with this number."));
        if (clock.instant().isBefore(facts.startsAt())) {
            throw new Refusal("This session has not begun yet, so there is no report on it.");
        }
        AttendanceReport.Parsed parsed = AttendanceReport.parse(
                Base64.getDecoder().decode(base64), facts.startsAt(), facts.endsAt(), facts.zone());
        AttendanceMatch.Matched matched = AttendanceMatch.match(
                parsed,
                participants.confirmed(code).stream()
                        .map(person -> new AttendanceMatch.Person(
                                person.reference(), person.displayName(), person.email() == null ? "" : person.email()))
                        .toList(),
                presentShare);
        session(code, number).reported(summary(parsed, matched));
        lines.deleteByProjectCodeAndSession(code, number);
        matched.results().forEach(result -> lines.save(new PlatformLine(code, number, result)));
    }

    private static String summary(AttendanceReport.Parsed parsed, AttendanceMatch.Matched matched) {
        long present = matched.results().stream()
                .filter(result -> result.verdict() == AttendanceMatch.Verdict.PRESENT)
                .count();
        return "The report of the meeting platform names %d people: %d of the participants were present long enough, %d names are unclear, %d people are not on the list, %d remarks on its lines."
                .formatted(
                        parsed.attendees().size(),
                        present,
                        matched.ambiguities().size(),
                        matched.strangers().size(),
                        parsed.remarks().size());
    }

    /** Returns the objection's number. */
    int contest(String code, int number, String reference, String reason, String by) {
        AttendanceEntry entry = entries.findByProjectCodeAndSessionAndReference(code, number, reference)
                .orElseThrow(
                        () -> new Refusal("The attendance of this participant in this session is not recorded yet."));
        boolean open = contests.findByProjectCodeOrderByContestedAt(code).stream()
                .anyMatch(contest -> contest.isOpen()
                        && contest.session() == number
                        && contest.reference().equals(reference));
        if (open) {
            throw new Refusal("This entry is contested already, and the host has not decided yet.");
        }
        return (int) contests.save(new AttendanceContest(entry, by, clock.instant(), reason))
                .id();
    }

    void decide(int contest, Presence corrected, String reason, String by) {
        AttendanceContest contested = contests.findById(contest).orElseThrow();
        contested.decide(corrected, reason, by, clock.instant());
        entries.findByProjectCodeAndSessionAndReference(
                        contested.projectCode(), contested.session(), contested.reference())
                .orElseThrow()
                .correct(corrected);
    }

    private HeldSession session(String code, int number) {
        return sessions.findByProjectCodeAndSession(code, number)
                .orElseGet(() -> sessions.save(new HeldSession(code, number)));
    }
}
