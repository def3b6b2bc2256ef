package org.assent.rehearsal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.announcement.AnnouncementFacts;
import org.assent.announcement.ParticipantRegister;
import org.assent.screening.AssessmentFacts;
import org.assent.screening.AssessmentState;
import org.assent.screening.SelectionRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Screening, programme, announcement, the NPOs' confirmations, two withdrawals. */
@Component
@Profile("rehearsal")
class SelectionAct {

    private static final String WITHDRAWS_AT_ONCE = "PK";
    private static final String WITHDRAWS_LATER = "ID";

    private final Stage stage;
    private final OtherNpos npos;
    private final SelectionRegister selections;
    private final ParticipantRegister participants;

    SelectionAct(Stage stage, OtherNpos npos, SelectionRegister selections, ParticipantRegister participants) {
        this.stage = stage;
        this.npos = npos;
        this.selections = selections;
        this.participants = participants;
    }

    void screen() {
        Official officer = stage.user("programme-officer");
        Official second = stage.user("programme-officer-2");
        officer.complete(stage.code(), "decideReferred", form -> {
            List<Map<String, @Nullable Object>> rows = form.rows("referred");
            Stage.demand(rows.size() == 2, "Two candidates should have been referred to the programme officer.");
            rows.forEach(SelectionAct::decide);
            form.enter("referred", rows);
        });
        stage.tell("candidates whom the table could not decide: one found eligible, one not");
        int[] shown = new int[2];
        officer.complete(stage.code(), "reviewSelection", form -> {
            shown[0] = form.shownRows("overseas");
            shown[1] = form.shownRows("local");
            form.enter("review", "SUBMIT");
        });
        Stage.demand(
                shown[0] == stage.project().overseasPlaces()
                        && shown[1] == stage.project().localPlaces(),
                "The proposed selection does not fill the places.");
        String approval = second.find(stage.code(), "approveSelection").orElseThrow();
        stage.refused(officer, () -> officer.isRefusedByLink(approval, Map.of("approval", "APPROVE")));
        second.complete(stage.code(), "approveSelection", form -> form.enter("approval", "APPROVE"));
        stage.settle();
        stage.tell("selection approved by a second officer: %d overseas, %d local".formatted(shown[0], shown[1]));
        selections.assessments(stage.code()).stream()
                .filter(assessment -> assessment.state() == AssessmentState.INELIGIBLE)
                .forEach(assessment -> stage.left(who(assessment), reason(assessment)));
    }

    private static void decide(Map<String, @Nullable Object> row) {
        boolean incomplete = String.valueOf(row.get("remark")).contains("incomplete");
        row.put("decision", incomplete ? "INELIGIBLE" : "ELIGIBLE");
        row.put(
                "decisionReason",
                incomplete
                        ? "Returned once and still incomplete at the closing date."
                        : "Writes little in the sessions; reads and speaks well.");
    }

    private String who(AssessmentFacts assessment) {
        return assessment.reference() + ", " + stage.name(assessment.economy());
    }

    private static String reason(AssessmentFacts assessment) {
        return assessment.decisionReason().isEmpty() ? assessment.reason() : assessment.decisionReason();
    }

    /** One session a day as proposed, and a second one on the second day. */
    void completeProgramme() {
        stage.user("programme-officer").complete(stage.code(), "completeProgramme", form -> {
            List<Map<String, @Nullable Object>> sessions = form.rows("sessions");
            Map<String, @Nullable Object> visit = new LinkedHashMap<>(sessions.get(1));
            visit.put("title", "Virtual site visit: a one-stop service of a district secretariat");
            visit.put("start", "17:15");
            visit.put("end", "18:00");
            sessions.add(2, visit);
            form.enter("sessions", sessions)
                    .enter(
                            "speakers",
                            List.of(
                                    speaker("Aiko Fujisawa", "OVERSEAS", "Japan"),
                                    speaker("Tan Li Shan", "OVERSEAS", "Singapore"),
                                    speaker("Anoma Perera", "LOCAL", "Sri Lanka"),
                                    speaker("Harsha Fernando", "LOCAL", "Sri Lanka")));
        });
        stage.tell("programme and speakers completed");
    }

    private static Map<String, Object> speaker(String name, String origin, String country) {
        return Map.of("name", name, "origin", origin, "economy", country, "position", "Resource person");
    }

    void announced(LocalDate due) {
        stage.on(due, "09:00");
        stage.settle();
        AnnouncementFacts announcement = participants.announcement(stage.code());
        Stage.demand(
                announcement.announcedAt() != null && !announcement.late(),
                "The selection was not announced on " + due + ".");
        stage.tell("selection, programme and speakers announced, two weeks ahead");
    }

    void confirm() {
        npos.play(stage.code(), Set.of(WITHDRAWS_AT_ONCE), stage::tell);
        stage.liaison(WITHDRAWS_AT_ONCE).complete(stage.nomination(WITHDRAWS_AT_ONCE), "confirmParticipation", form -> {
            List<Map<String, @Nullable Object>> rows = form.rows("participants");
            rows.forEach(row -> row.put("answer", "CONFIRM"));
            rows.get(0).put("answer", "WITHDRAW");
            rows.get(0).put("withdrawalReason", "Posted to another ministry.");
            form.enter("participants", rows);
        });
        passedOn(WITHDRAWS_AT_ONCE);
    }

    void withdrawLater() {
        stage.liaison(WITHDRAWS_LATER)
                .complete(stage.nomination(WITHDRAWS_LATER), "reportWithdrawal", form -> form.enter(
                                "participant", new ArrayList<>(form.choices("participant")).get(0))
                        .enter("withdrawalReason", "Called to the budget session of parliament."));
        passedOn(WITHDRAWS_LATER);
    }

    private void passedOn(String economy) {
        stage.settle();
        stage.tell(stage.name(economy) + ": a participant withdraws, the place goes to the next alternate");
        int confirmed = npos.play(stage.code(), Set.of(), stage::tell);
        Stage.demand(confirmed > 0, "Nobody was promoted to the vacant place.");
        stage.settle();
    }
}
