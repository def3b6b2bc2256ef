package org.assent.project;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.assent.mail.Message;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the letters of a project to the NPOs, and to the Secretariat's own file. */
@Component
@Transactional(readOnly = true)
class ProjectLetters {

    private final Projects projects;
    private final Economies economies;
    private final Membership members;
    private final String secretariat;

    ProjectLetters(
            Projects projects,
            Economies economies,
            Membership members,
            @Value("${assent.secretariat-address:secretariat@example.org}") String secretariat) {
        this.projects = projects;
        this.economies = economies;
        this.members = members;
        this.secretariat = secretariat;
    }

    List<Message> circulation(String code) {
        Project project = project(code);
        return toNpos(
                project,
                "circulateNotification",
                "Project notification " + code,
                "the notification of the following project is circulated. Nominations reach the Secretariat through your"
                        + " organization only, by the end of the closing date, Tokyo time.\n\n"
                        + clauses(project));
    }

    /** A second revision is a second letter, so its number is part of the key. */
    List<Message> revision(String code) {
        Project project = project(code);
        int revision = project.latest().number() - 1;
        String history = project.changes().stream()
                .filter(change -> change.revision() == revision)
                .map(change -> "- " + change.clause() + ": " + change.modification())
                .collect(joining("\n"));
        return toNpos(
                project,
                "circulateRevision." + revision,
                "Revision " + revision + " of project notification " + code,
                "the notification has been revised. Participants who have been selected stay selected; whoever cannot"
                        + " attend any more may withdraw without blame.\n\nChanges:\n" + history
                        + "\n\nThe notification now reads:\n\n" + clauses(project));
    }

    List<Message> postponement(String code) {
        Project project = project(code);
        return toNpos(
                project,
                "tellPostponement." + project.latest().number() + "." + project.requests(),
                "Postponement of project " + code,
                "this project has been postponed. All deadlines are suspended until a revision of the notification gives"
                        + " new dates. Participants who have been selected stay selected.\n\nReason: "
                        + project.lastReason());
    }

    List<Message> cancellation(String code) {
        Project project = project(code);
        return toNpos(
                project,
                "tellCancellation",
                "Cancellation of project " + code,
                "this project has been cancelled. Nominations and selections made for it are void.\n\nReason: "
                        + project.lastReason());
    }

    /** Before the issue nobody outside the Secretariat knows of the project. */
    private List<Message> toNpos(Project project, String kind, String subject, String text) {
        String key = project.code() + "." + kind + ".";
        Stream<Message> npos = !project.isIssued()
                ? Stream.of()
                : members.participating(project.terms()).stream()
                        .map(code -> economies.findByIso2(code).orElseThrow().facts())
                        .map(npo -> new Message(
                                key + npo.iso2(),
                                List.of(npo.liaisonAddress(), npo.headAddress()),
                                subject,
                                letter(npo.npo(), project, text),
                                List.of()));
        Message file = new Message(
                key + "secretariat",
                List.of(secretariat),
                subject,
                letter("the Secretariat", project, text),
                List.of());
        return Stream.concat(npos, Stream.of(file)).toList();
    }

    private static String letter(String reader, Project project, String text) {
        return "To " + reader + "\n\n" + project.title() + " (" + project.code() + "):\n" + text
                + "\n\nAPO Secretariat\n";
    }

    private String clauses(Project project) {
        return Clauses.of(project.terms(), members::name).stream()
                .map(clause -> clause.label() + ": " + clause.text())
                .collect(joining("\n"));
    }

    private Project project(String code) {
        return projects.findByCode(code).orElseThrow(() -> new Refusal("There is no project with the code given."));
    }
}
