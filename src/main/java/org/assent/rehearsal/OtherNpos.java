package org.assent.rehearsal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assent.engine.JobDesk;
import org.assent.nomination.NominationRegister;
import org.assent.project.EconomyFacts;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Plays the NPOs that nobody wants to play by hand: enters and endorses invented candidates, confirms participants,
 * answers for them at the end. By the forms and under the users of each NPO. Public: the control in Tasklist asks it.
 */
@Component
@Profile("!prod")
public class OtherNpos {

    private static final ZoneId SECRETARIAT = ZoneId.of("Asia/Tokyo");
    /** Enter, endorse, and once more where something came back. */
    private static final int MOST_STEPS = 6;

    private final Officials officials;
    private final ProjectRegister projects;
    private final NominationRegister nominations;
    private final JobDesk jobs;
    private final Clock clock;
    private final InventedPeople people = new InventedPeople();

    OtherNpos(
            Officials officials, ProjectRegister projects, NominationRegister nominations, JobDesk jobs, Clock clock) {
        this.officials = officials;
        this.projects = projects;
        this.nominations = nominations;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Does what waits for each of them now.
     *
     * @param leaveAlone ISO2 codes of the economies that somebody plays by hand
     * @return what was done, a sentence for each NPO
     */
    public List<String> play(String projectCode, Collection<String> leaveAlone) {
        List<String> done = new ArrayList<>();
        play(projectCode, leaveAlone, done::add);
        return List.copyOf(done);
    }

    /** @param told gets each sentence when it is done */
    int play(String projectCode, Collection<String> leaveAlone, Consumer<String> told) {
        Set<String> byHand = leaveAlone.stream()
                .map(economy -> economy.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        ProjectFacts project = projects.project(projectCode);
        // whoever pressed the button is nobody while others are played, and is back afterwards
        return jobs.asTheEngine(() -> {
            int played = 0;
            for (String economy : project.economies()) {
                List<String> steps = byHand.contains(economy) ? List.of() : play(project, economy);
                if (!steps.isEmpty()) {
                    played++;
                    told.accept(projects.economy(economy).name() + ": " + String.join(", ", steps));
                }
            }
            return played;
        });
    }

    private List<String> play(ProjectFacts project, String economy) {
        String nomination = project.code() + "/" + economy;
        List<String> done = new ArrayList<>();
        while (done.size() < MOST_STEPS) {
            List<String> liaison = officials.liaison(economy).waiting(nomination);
            List<String> head = officials.head(economy).waiting(nomination);
            if (liaison.contains("enterCandidates")) {
                done.add(enter(project, economy, usual(project, economy)));
            } else if (head.contains("endorseCandidates")) {
                done.add(endorse(project, economy));
            } else if (liaison.contains("confirmParticipation")) {
                done.add(confirm(project, economy));
            } else if (liaison.contains("submitEvaluation")) {
                done.add(evaluate(project, economy));
            } else {
                break;
            }
        }
        return done;
    }

    /** A few more than the economy may expect. */
    private static int usual(ProjectFacts project, String economy) {
        return project.hosts().contains(economy)
                ? project.localPlaces() + 2
                : project.placesPerEconomy() + Math.floorMod(economy.charAt(0) + economy.charAt(1), 3);
    }

    String enter(ProjectFacts project, String economy, int count) {
        return enter(project, economy, count, rows -> {});
    }

    /** @param change what is different about these candidates */
    String enter(
            ProjectFacts project, String economy, int count, Consumer<List<Map<String, @Nullable Object>>> change) {
        int[] entered = new int[1];
        officials
                .liaison(economy)
                .complete(
                        project.code() + "/" + economy,
                        "enterCandidates",
                        form -> entered[0] = fill(form, project, economy, count, change));
        return entered[0] == 0 ? "nominates nobody" : counted(entered[0], "candidate") + " entered";
    }

    /** The same, to be refused; returns the sentence. */
    String isRefused(
            ProjectFacts project, String economy, int count, Consumer<List<Map<String, @Nullable Object>>> change) {
        return officials
                .liaison(economy)
                .isRefused(
                        project.code() + "/" + economy,
                        "enterCandidates",
                        form -> fill(form, project, economy, count, change));
    }

    private int fill(
            FormOnScreen form,
            ProjectFacts project,
            String economy,
            int count,
            Consumer<List<Map<String, @Nullable Object>>> change) {
        EconomyFacts npo = projects.economy(economy);
        int known = (int) nominations.all(project.code()).stream()
                .filter(candidate -> candidate.economy().equals(economy))
                .count();
        List<Map<String, @Nullable Object>> rows = form.rows("candidates");
        if (isUnfilled(rows)) {
            rows = new ArrayList<>(people.candidates(economy, npo.zone().getId(), known, Math.max(count, 1), today()));
        }
        change.accept(rows);
        form.enter("nominationAnswer", rows.isEmpty() ? "NOBODY" : "CANDIDATES");
        if (!rows.isEmpty()) {
            form.enter("candidates", rows);
        }
        return rows.size();
    }

    private static boolean isUnfilled(List<Map<String, @Nullable Object>> rows) {
        return rows.stream().allMatch(row -> row.get("familyName") == null || "".equals(row.get("familyName")));
    }

    String endorse(ProjectFacts project, String economy) {
        officials.head(economy).complete(project.code() + "/" + economy, "endorseCandidates", form -> form.enter(
                        "endorsement", "ENDORSE")
                .enter("endorserName", "Head of NPO")
                .enter("endorserTitle", "Director General"));
        return "endorsed";
    }

    String confirm(ProjectFacts project, String economy) {
        int[] confirmed = new int[1];
        officials.liaison(economy).complete(project.code() + "/" + economy, "confirmParticipation", form -> {
            List<Map<String, @Nullable Object>> rows = form.rows("participants");
            rows.forEach(row -> row.put("answer", "CONFIRM"));
            confirmed[0] = rows.size();
            form.enter("participants", rows);
        });
        return counted(confirmed[0], "participant") + " confirmed";
    }

    String evaluate(ProjectFacts project, String economy) {
        int answers = 1 + Math.floorMod(economy.charAt(1), 2);
        officials
                .liaison(economy)
                .complete(
                        project.code() + "/" + economy,
                        "submitEvaluation",
                        form -> form.enter(
                                "evaluations",
                                IntStream.range(0, answers)
                                        .mapToObj(answer -> Map.<String, @Nullable Object>of(
                                                "content", rating(economy, answer),
                                                "speakers", rating(economy, answer + 1),
                                                "organization", rating(economy, answer + 2),
                                                "usefulness", rating(economy, answer + 3),
                                                "comments", "Useful for our own performance agreements."))
                                        .toList()));
        return counted(answers, "answer") + " of participants";
    }

    private static String rating(String economy, int question) {
        return String.valueOf(3 + Math.floorMod(economy.charAt(0) + question, 3));
    }

    private static String counted(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SECRETARIAT);
    }
}
