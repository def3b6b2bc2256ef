package org.assent.attendance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assent.announcement.ParticipantFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this process: each NPO reads of its own participants only. */
@Configuration(proxyBeanMethods = false)
class AttendanceMails {

    private final ProjectRegister projects;
    private final ParticipantRegister participants;
    private final AttendanceRegister attendance;
    private final Contests contests;

    AttendanceMails(
            ProjectRegister projects,
            ParticipantRegister participants,
            AttendanceRegister attendance,
            Contests contests) {
        this.projects = projects;
        this.participants = participants;
        this.attendance = attendance;
        this.contests = contests;
    }

    @Bean
    MailTemplate tellAttendance() {
        return MailTemplate.of("tellAttendance", this::attendanceOf);
    }

    @Bean
    MailTemplate tellCorrection() {
        return MailTemplate.of("tellCorrection", this::decisions);
    }

    private List<Message> attendanceOf(String code) {
        ProjectFacts project = projects.project(code);
        Map<String, List<String>> byEconomy = new TreeMap<>();
        Map<String, Map<Integer, Presence>> presences = attendance.presences(code);
        for (ParticipantFacts participant : participants.confirmed(code)) {
            StringBuilder line = new StringBuilder(participant.displayName()).append(": ");
            presences.getOrDefault(participant.reference(), Map.of()).forEach((session, presence) -> line.append(
                            "session ")
                    .append(session)
                    .append(' ')
                    .append(presence.label())
                    .append("; "));
            byEconomy
                    .computeIfAbsent(participant.economy(), economy -> new ArrayList<>())
                    .add(line.toString().replaceAll("; $", "."));
        }
        List<Message> letters = new ArrayList<>();
        byEconomy.forEach((iso2, lines) -> {
            EconomyFacts economy = projects.economy(iso2);
            letters.add(new Message(
                    code + ".tellAttendance." + iso2,
                    List.of(economy.liaisonAddress()),
                    project.title() + ": attendance of your participants",
                    "The sessions of " + project.title() + " (" + code + ") have been recorded as follows:\n\n"
                            + String.join("\n", lines)
                            + "\n\nIf an entry is wrong, please contest it on the case page within three days.\n",
                    List.of()));
        });
        return letters;
    }

    private List<Message> decisions(String code) {
        ProjectFacts project = projects.project(code);
        return contests.findByProjectCodeOrderByContestedAt(code).stream()
                .filter(contest -> !contest.isOpen())
                .map(contest -> new Message(
                        code + ".tellCorrection." + contest.reference() + "." + contest.id(),
                        List.of(projects.economy(contest.economy()).liaisonAddress()),
                        project.title() + ": your objection to an attendance entry",
                        "The entry you contested (participant " + contest.reference() + ", session "
                                + contest.session() + ") was recorded as "
                                + contest.oldPresence().label()
                                + " and now reads "
                                + (contest.newPresence() == null
                                        ? ""
                                        : contest.newPresence().label())
                                + ".\n\nReason: " + contest.correctionReason() + "\n",
                        List.of()))
                .toList();
    }
}
