package org.assent.attendance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** The register over our tables. */
@Component
class StoredAttendance implements AttendanceRegister {

    private final Sessions sessions;
    private final Entries entries;
    private final Contests contests;

    StoredAttendance(Sessions sessions, Entries entries, Contests contests) {
        this.sessions = sessions;
        this.entries = entries;
        this.contests = contests;
    }

    @Override
    public List<Integer> held(String code) {
        return sessions.findByProjectCodeOrderBySession(code).stream()
                .filter(HeldSession::isHeld)
                .map(HeldSession::session)
                .toList();
    }

    @Override
    public Map<String, Map<Integer, Presence>> presences(String code) {
        Map<String, Map<Integer, Presence>> all = new TreeMap<>();
        entries.findByProjectCodeOrderByReferenceAscSessionAsc(code)
                .forEach(entry -> all.computeIfAbsent(entry.reference(), reference -> new TreeMap<>())
                        .put(entry.session(), entry.presence()));
        return all;
    }

    @Override
    public Outcome outcome(String code, String reference) {
        List<Integer> held = held(code);
        Map<Integer, Presence> presences = presences(code).getOrDefault(reference, Map.of());
        TreeSet<Integer> attended = new TreeSet<>(held);
        attended.removeIf(session -> presences.get(session) != Presence.PRESENT);
        if (attended.isEmpty()) {
            return Outcome.NO_SHOW;
        }
        return attended.size() == held.size() ? Outcome.ATTENDED_ALL : Outcome.ATTENDED_PARTLY;
    }

    @Override
    public List<ContestLine> contests(String code) {
        return contests.findByProjectCodeOrderByContestedAt(code).stream()
                .map(contest -> new ContestLine(
                        contest.reference(),
                        contest.economy(),
                        contest.session(),
                        contest.contestReason(),
                        contest.oldPresence(),
                        contest.newPresence(),
                        contest.correctionReason()))
                .toList();
    }

    @Override
    public String report(String code, int session) {
        return sessions.findByProjectCodeAndSession(code, session)
                .map(HeldSession::reportSummary)
                .orElse("");
    }
}
