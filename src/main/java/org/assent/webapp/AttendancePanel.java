package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.announcement.SessionFacts;
import org.assent.attendance.AttendanceRegister;
import org.assent.attendance.Presence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who was there: all for the host and the Secretariat, an NPO's own for the NPO, which may object to an entry. */
@Component
@Order(70)
class AttendancePanel implements CasePanel {

    private final ObjectProvider<AttendanceRegister> attendance;
    private final ObjectProvider<ParticipantRegister> participants;

    AttendancePanel(ObjectProvider<AttendanceRegister> attendance, ObjectProvider<ParticipantRegister> participants) {
        this.attendance = attendance;
        this.participants = participants;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        AttendanceRegister register = attendance.getIfAvailable();
        ParticipantRegister people = participants.getIfAvailable();
        if (register == null || people == null || file.facts().isEmpty()) {
            return Optional.empty();
        }
        List<ParticipantFacts> shown = shown(file, people);
        boolean host =
                file.viewer().isOf(file.facts().get().host()) && file.viewer().is("host");
        List<Integer> held = register.held(file.code());
        if (shown.isEmpty() || held.isEmpty() && !host) {
            return Optional.empty();
        }
        var panel = Panel.titled("Attendance");
        entries(panel, register.presences(file.code()), held, shown);
        register.contests(file.code()).stream()
                .filter(one ->
                        shown.stream().anyMatch(person -> person.reference().equals(one.reference())))
                .forEach(one -> panel.fact("Objection " + one.reference() + ", session " + one.session(), told(one)));
        if (host && file.isGoingOn()) {
            panel.upload(
                    "Hand in the meeting platform's report (CSV)",
                    "projects/" + file.code() + "/attendance",
                    Panel.choice("session", "Session", sessions(people.sessions(file.code()))));
        }
        if (mayObject(file) && file.isGoingOn() && !held.isEmpty()) {
            panel.send(
                    "Contest an entry",
                    "projects/" + file.code() + "/contest",
                    Panel.choice("reference", "Participant", own(file, people)),
                    Panel.choice(
                            "session",
                            "Session",
                            held.stream()
                                    .map(number -> Panel.option(number, "Session " + number))
                                    .toList()),
                    Panel.text("reason", "Reason"));
        }
        return Optional.of(panel.done());
    }

    /** Entries are contested by the NPO whose participant it is. */
    static boolean mayObject(CaseFile file) {
        return file.viewer().is("npo-liaison") || file.viewer().is("npo-heads");
    }

    private static List<ParticipantFacts> shown(CaseFile file, ParticipantRegister people) {
        boolean all = ParticipantsPanel.seesAll(file);
        return people.confirmed(file.code()).stream()
                .filter(one -> all || file.viewer().isOf(one.economy()))
                .toList();
    }

    private static List<Map<String, String>> own(CaseFile file, ParticipantRegister people) {
        return people.confirmed(file.code()).stream()
                .filter(one -> file.viewer().isOf(one.economy()))
                .map(one -> Panel.option(one.reference(), one.displayName()))
                .toList();
    }

    private static void entries(
            Panel.Making panel,
            Map<String, Map<Integer, Presence>> presences,
            List<Integer> held,
            List<ParticipantFacts> shown) {
        List<String> columns = new ArrayList<>(List.of("Reference", "Name"));
        held.forEach(number -> columns.add("Session " + number));
        panel.columns(columns.toArray(String[]::new));
        if (held.isEmpty()) {
            panel.fact("Sessions recorded", "none yet");
            return;
        }
        for (ParticipantFacts one : shown) {
            List<Object> row = new ArrayList<>(List.of(one.reference(), one.displayName()));
            Map<Integer, Presence> entries = presences.getOrDefault(one.reference(), Map.of());
            held.forEach(number ->
                    row.add(entries.containsKey(number) ? entries.get(number).label() : "not recorded"));
            panel.row(row.toArray());
        }
    }

    private static List<Map<String, String>> sessions(List<SessionFacts> sessions) {
        return sessions.stream()
                .map(one -> Panel.option(
                        one.number(),
                        one.number() + " – " + one.title() + ", " + TokyoTime.in(one.zone(), one.startsAt())))
                .toList();
    }

    private static String told(AttendanceRegister.ContestLine one) {
        String before = "recorded as " + one.before().label() + ", contested: " + one.reason();
        return one.after() == null
                ? before + " (not decided yet)"
                : before + "; now " + one.after().label() + ": " + one.decision();
    }
}
