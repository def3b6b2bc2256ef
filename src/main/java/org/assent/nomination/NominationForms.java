package org.assent.nomination;

import static java.util.stream.Collectors.joining;

import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.assent.engine.OpenTask;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the forms of a nomination show, read from the tables when a form opens. */
@Component
@Transactional(readOnly = true)
class NominationForms {

    private static final DateTimeFormatter BIRTH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    /** A candidate as the head of the NPO sees it. */
    record CandidateRow(
            String reference,
            int rank,
            String name,
            String position,
            String background,
            String english,
            String state,
            String missing) {}

    /** A choice of a select field. */
    record Choice(String label, String value) {}

    private final NominationCases cases;
    private final ProjectRegister projects;

    NominationForms(NominationCases cases, ProjectRegister projects) {
        this.cases = cases;
        this.projects = projects;
    }

    Map<String, Object> enterCandidates(OpenTask task) {
        NominationCase nomination = nomination(task);
        Map<String, Object> shown = heading(task, nomination);
        shown.put("placesText", placesText(projects.project(task.projectCode()), nomination));
        shown.put("noticeText", noticeText(nomination));
        List<Nomination> list = nomination.drafts().isEmpty() ? nomination.openToChange() : nomination.drafts();
        if (!list.isEmpty()) {
            shown.put(
                    NominationProcess.CANDIDATES.name(),
                    list.stream().map(Nomination::biodata).toList());
        }
        return shown;
    }

    Map<String, Object> endorseCandidates(OpenTask task) {
        NominationCase nomination = nomination(task);
        Map<String, Object> shown = heading(task, nomination);
        shown.put("candidateRows", rows(nomination.drafts().stream()));
        int usual = usualPlaces(projects.project(task.projectCode()), nomination);
        int listed = nomination.drafts().size();
        shown.put(
                "quotaText",
                listed > usual
                        ? "The list has " + listed + " candidates and the usual number of places is " + usual
                                + ": that is allowed, the order of preference counts."
                        : "");
        return shown;
    }

    Map<String, Object> reconsiderNominations(OpenTask task) {
        NominationCase nomination = nomination(task);
        Map<String, Object> shown = heading(task, nomination);
        shown.put("statusText", statusText(nomination));
        shown.put("candidateRows", rows(nomination.nominations().stream().filter(candidate -> !candidate.isDraft())));
        shown.put(
                "candidateChoices",
                nomination.openToChange().stream()
                        .map(candidate -> new Choice(
                                candidate.reference() + " "
                                        + candidate.biodata().displayName(),
                                candidate.reference()))
                        .toList());
        return shown;
    }

    Map<String, Object> submitEvaluation(OpenTask task) {
        return heading(task, nomination(task));
    }

    private Map<String, Object> heading(OpenTask task, NominationCase nomination) {
        Map<String, Object> shown = new HashMap<>();
        shown.put("projectTitle", projects.project(task.projectCode()).title());
        shown.put("economyName", projects.economy(task.economy()).name());
        shown.put("closingText", "Nominations close at the end of " + nomination.closingDay() + ", Tokyo time.");
        return shown;
    }

    private static int usualPlaces(ProjectFacts project, NominationCase nomination) {
        return project.hosts().contains(nomination.economy()) ? project.localPlaces() : project.placesPerEconomy();
    }

    private static String placesText(ProjectFacts project, NominationCase nomination) {
        int usual = usualPlaces(project, nomination);
        return project.hosts().contains(nomination.economy())
                ? "Your economy hosts the project and fills the " + usual + " local places."
                : "An economy usually gets " + usual + " places; you may nominate more.";
    }

    private static String noticeText(NominationCase nomination) {
        return Stream.of(windowText(nomination), remarkText(nomination), missingText(nomination))
                .filter(text -> !text.isEmpty())
                .collect(joining(" "));
    }

    private static String windowText(NominationCase nomination) {
        if (nomination.windows() == 0) {
            return "";
        }
        return "Nominations are open again: " + nomination.windowReason()
                + (nomination.isReplacementWindow()
                        ? " Enter only the new candidates; those registered before stay as they are."
                        : "");
    }

    private static String remarkText(NominationCase nomination) {
        return nomination.remark().isEmpty() ? "" : "Returned by the head of your NPO: " + nomination.remark();
    }

    private static String missingText(NominationCase nomination) {
        return nomination.isReturned() && !nomination.incomplete().isEmpty()
                ? "Returned once because something is missing. " + missing(nomination)
                        + ". What you submitted stands, but an incomplete nomination may not be considered."
                : "";
    }

    /** What is missing, candidate by candidate; letters say the same. */
    static String missing(NominationCase nomination) {
        return nomination.incomplete().stream()
                .map(candidate -> "Candidate " + candidate.preference() + ": "
                        + String.join(", ", candidate.biodata().missing()))
                .collect(joining("; "));
    }

    private static String statusText(NominationCase nomination) {
        int standing = nomination.standing().size();
        return standing == 0
                ? "Recorded: your NPO nominates nobody."
                : "Recorded: " + standing + (standing == 1 ? " candidate" : " candidates") + " submitted, "
                        + nomination.incomplete().size() + " incomplete.";
    }

    private static List<CandidateRow> rows(Stream<Nomination> candidates) {
        return candidates.map(NominationForms::row).toList();
    }

    private static CandidateRow row(Nomination candidate) {
        Biodata biodata = candidate.biodata();
        return new CandidateRow(
                candidate.reference(),
                candidate.preference(),
                biodata.displayName(),
                joined(biodata.position(), biodata.organization()),
                joined(
                        "born " + BIRTH.format(biodata.birth()),
                        biodata.highestDegree() == null
                                ? ""
                                : biodata.highestDegree().label(),
                        biodata.experience() == null ? "" : biodata.experience() + " years of experience"),
                biodata.english().label(),
                candidate.state().label(),
                String.join(", ", biodata.missing()));
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(joining(", "));
    }

    private NominationCase nomination(OpenTask task) {
        NominationCase nomination = cases.findByProjectCodeAndEconomy(task.projectCode(), task.economy())
                .orElseThrow();
        nomination.follow(projects.project(task.projectCode()).closingAt());
        return nomination;
    }
}
