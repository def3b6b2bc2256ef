package org.assent.announcement;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assent.mail.Message;
import org.assent.nomination.NominationRegister;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.assent.screening.Selected;
import org.assent.screening.SelectionFacts;
import org.assent.screening.SelectionRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the announcement: names, programme and speakers. Each NPO reads the names of its own; the hosts read all. */
@Component
@Transactional(readOnly = true)
class AnnouncementLetters {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AnnouncementService announcements;
    private final ParticipantRegister register;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final SelectionRegister selections;
    private final String secretariat;

    AnnouncementLetters(
            AnnouncementService announcements,
            ParticipantRegister register,
            ProjectRegister projects,
            NominationRegister nominations,
            SelectionRegister selections,
            @Value("${assent.secretariat-address:secretariat@example.org}") String secretariat) {
        this.announcements = announcements;
        this.register = register;
        this.projects = projects;
        this.nominations = nominations;
        this.selections = selections;
        this.secretariat = secretariat;
    }

    List<Message> announcement(String code) {
        ProjectFacts project = projects.project(code);
        return project.economies().stream()
                .map(projects::economy)
                .map(npo -> new Message(
                        code + ".sendAnnouncement." + npo.iso2(),
                        List.of(npo.liaisonAddress(), npo.headAddress()),
                        "Selected participants, programme and speakers: " + code,
                        announcementText(project, npo),
                        List.of()))
                .toList();
    }

    private String announcementText(ProjectFacts project, EconomyFacts npo) {
        List<ParticipantFacts> all = register.participants(project.code());
        boolean host = project.hosts().contains(npo.iso2());
        List<ParticipantFacts> own = all.stream()
                .filter(participant -> participant.economy().equals(npo.iso2()))
                .toList();
        return Stream.of(
                        "To " + npo.npo() + ", " + npo.name(),
                        project.title() + " (" + project.code() + ")\n" + Wording.dates(project) + ", hosted by "
                                + project.hosts().stream()
                                        .map(iso2 -> projects.economy(iso2).name())
                                        .collect(joining(" and ")),
                        lateness(project),
                        own.isEmpty()
                                ? "None of your candidates has been selected."
                                : "Your selected participants\n" + lines(own)
                                        + "\nPlease confirm each of them, or say who"
                                        + " withdraws and why, in the task “Confirm the participants”.",
                        alternates(project.code(), npo.iso2()),
                        counts(all),
                        host ? "All selected participants\n" + named(all) : "",
                        programme(project),
                        "Speakers\n"
                                + announcements.speakers(project.code()).stream()
                                        .map(AnnouncementLetters::speaker)
                                        .collect(joining("\n")),
                        "APO Secretariat\n")
                .filter(part -> !part.isEmpty())
                .collect(joining("\n\n"));
    }

    private String lateness(ProjectFacts project) {
        AnnouncementFacts announcement = register.announcement(project.code());
        return announcement.late()
                ? "This announcement was due on " + announcement.dueOn().format(ProjectDays.DATE)
                        + ". We are sorry that it is late."
                : "";
    }

    private String alternates(String code, String economy) {
        List<Selected> alternates =
                selections.selection(code).map(SelectionFacts::alternates).orElse(List.of()).stream()
                        .filter(alternate -> alternate.economy().equals(economy))
                        .toList();
        return alternates.isEmpty()
                ? ""
                : "Your alternates\n"
                        + alternates.stream()
                                .map(alternate -> "- "
                                        + nominations
                                                .candidate(code, alternate.reference())
                                                .orElseThrow()
                                                .displayName() + ", number " + alternate.rank() + " among the "
                                        + (alternate.local() ? "local" : "overseas") + " alternates")
                                .collect(joining("\n"));
    }

    private static String counts(List<ParticipantFacts> all) {
        long local = all.stream().filter(ParticipantFacts::local).count();
        long economies = all.stream().map(ParticipantFacts::economy).distinct().count();
        return "In all, " + (all.size() - local) + " overseas and " + local + " local participants of " + economies
                + " economies have been selected.";
    }

    private static String lines(List<ParticipantFacts> own) {
        return own.stream()
                .map(participant -> "- " + participant.displayName() + commaed(participant.position())
                        + commaed(participant.organization()))
                .collect(joining("\n"));
    }

    private String named(List<ParticipantFacts> all) {
        return all.stream()
                .map(participant -> "- " + participant.displayName() + ", "
                        + projects.economy(participant.economy()).name()
                        + (participant.local() ? " (local)" : ""))
                .collect(joining("\n"));
    }

    private String programme(ProjectFacts project) {
        ProjectDays days = announcements.days(project.code());
        String where = projects.economy(project.host()).name();
        return "Programme, in the time of " + where + " (" + days.zone() + ") and of Tokyo\n"
                + announcements.sessions(project.code()).stream()
                        .map(session -> line(session, days))
                        .collect(joining("\n"));
    }

    private static String line(ProgrammeSession session, ProjectDays days) {
        ZonedDateTime starts = session.startsAt(days);
        ZonedDateTime ends = session.endsAt(days);
        LocalDate date = starts.toLocalDate();
        LocalDate inTokyo = starts.withZoneSameInstant(TOKYO).toLocalDate();
        return session.number() + ". " + date.format(ProjectDays.DATE) + ", " + span(starts, ends) + " (Tokyo"
                + (inTokyo.equals(date) ? " " : " " + inTokyo.format(ProjectDays.DATE) + ", ")
                + span(starts.withZoneSameInstant(TOKYO), ends.withZoneSameInstant(TOKYO)) + "): " + session.title()
                + (session.speakers() == null || session.speakers().isBlank() ? "" : " – " + session.speakers());
    }

    private static String span(ZonedDateTime starts, ZonedDateTime ends) {
        return starts.format(TIME) + "–" + ends.format(TIME);
    }

    private static String speaker(Speaker speaker) {
        SpeakerFacts facts = speaker.facts();
        return "- " + facts.name() + commaed(facts.position()) + commaed(facts.organization())
                + commaed(facts.economy()) + " (" + facts.origin().label() + ")"
                + (speaker.bio() == null || speaker.bio().isBlank() ? "" : "\n  " + speaker.bio());
    }

    private static String commaed(@Nullable String part) {
        return part == null || part.isBlank() ? "" : ", " + part;
    }

    /** All of them: a letter that has been sent is known by its key and is not sent again. */
    List<Message> delayInstructions(String code) {
        ProjectFacts project = projects.project(code);
        List<DelayInstruction> instructions = announcements.instructions(code);
        return IntStream.range(0, instructions.size())
                .mapToObj(n -> new Message(
                        code + ".sendDelayInstruction." + (n + 1),
                        List.of(secretariat),
                        "The announcement of " + code + " is not ready",
                        project.title() + " (" + code + ")\n\nThe announcement is due on "
                                + project.announceOn().format(ProjectDays.DATE) + ". Missing: "
                                + instructions.get(n).missing() + ".\n\nThe Secretary-General's instruction:\n"
                                + instructions.get(n).instruction() + "\n",
                        List.of()))
                .toList();
    }
}
