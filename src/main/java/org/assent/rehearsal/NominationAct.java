package org.assent.rehearsal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.nomination.CandidateState;
import org.assent.nomination.NominationCaseFacts;
import org.assent.nomination.NominationRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The NPOs nominate: most in time and complete, some not. */
@Component
@Profile("rehearsal")
class NominationAct {

    private static final String LATE = "FJ";
    private static final String NOBODY = "MN";
    private static final String WITHOUT_ENGLISH = "KH";
    private static final String INCOMPLETE = "NP";
    private static final String BASIC_ENGLISH = "LA";
    private static final String FOREIGNER = "VN";
    private static final String SELF_ENDORSING = "BD";
    private static final Set<String> ON_STAGE =
            Set.of(LATE, NOBODY, WITHOUT_ENGLISH, INCOMPLETE, BASIC_ENGLISH, FOREIGNER, SELF_ENDORSING);

    private final Stage stage;
    private final OtherNpos npos;
    private final NominationRegister nominations;

    NominationAct(Stage stage, OtherNpos npos, NominationRegister nominations) {
        this.stage = stage;
        this.npos = npos;
        this.nominations = nominations;
    }

    void others() {
        npos.play(stage.code(), ON_STAGE, stage::tell);
        stage.settle();
    }

    void withoutEnglish() {
        npos.enter(stage.project(), WITHOUT_ENGLISH, 3, rows -> rows.get(1).put("speaking", "NONE"));
        endorsed(WITHOUT_ENGLISH, "one of 3 candidates speaks no English");
    }

    void basicEnglish() {
        npos.enter(stage.project(), BASIC_ENGLISH, 2, rows -> rows.get(1).put("writing", "BASIC"));
        endorsed(BASIC_ENGLISH, "one of 2 candidates writes basic English");
    }

    /** Returned once; what is still missing then stands as it is. */
    void incomplete() {
        npos.enter(stage.project(), INCOMPLETE, 3, rows -> {
            rows.get(0).put("photo", false);
            rows.get(1).put("emergencyContact", "");
            rows.get(1).put("motivation", "");
        });
        endorsed(INCOMPLETE, "two of 3 candidates incomplete");
        Stage.demand(
                stage.liaison(INCOMPLETE).has(stage.nomination(INCOMPLETE), "enterCandidates"),
                "The incomplete nominations were not returned.");
        stage.tell(stage.name(INCOMPLETE) + ": returned, because something is missing");
    }

    void completedInPart() {
        npos.enter(stage.project(), INCOMPLETE, 3, rows -> rows.get(0).put("photo", true));
        endorsed(INCOMPLETE, "one completed, one still incomplete");
        Stage.demand(count(CandidateState.INCOMPLETE) == 1, "Exactly one nomination should be incomplete.");
    }

    void selfEndorsing() {
        npos.enter(stage.project(), SELF_ENDORSING, 3);
        Official liaison = stage.liaison(SELF_ENDORSING);
        String endorsement = stage.head(SELF_ENDORSING)
                .find(stage.nomination(SELF_ENDORSING), "endorseCandidates")
                .orElseThrow();
        stage.refused(
                liaison,
                () -> liaison.isRefusedByLink(
                        endorsement,
                        Map.of(
                                "endorsement", "ENDORSE",
                                "endorserName", "Liaison officer",
                                "endorserTitle", "Liaison officer")));
        endorsed(SELF_ENDORSING, "3 candidates");
    }

    /** A candidate of another nationality (R3). */
    void foreigner() {
        Official liaison = stage.liaison(FOREIGNER);
        stage.refused(
                liaison,
                () -> npos.isRefused(
                        stage.project(), FOREIGNER, 3, rows -> rows.get(0).put("nationality", "LA")));
        npos.enter(stage.project(), FOREIGNER, 3);
        endorsed(FOREIGNER, "3 candidates");
    }

    void nobody() {
        npos.enter(stage.project(), NOBODY, 1, List::clear);
        stage.tell(stage.name(NOBODY) + ": nominates nobody");
    }

    /** Enters in the last minutes, but the head of the NPO comes too late. */
    void late() {
        Instant closing = stage.project().closingAt();
        stage.at(closing.minusSeconds(600));
        npos.enter(stage.project(), LATE, 2);
        stage.tell(stage.name(LATE) + ": 2 candidates entered, ten minutes before the closing");
        Official head = stage.head(LATE);
        String endorsement =
                head.find(stage.nomination(LATE), "endorseCandidates").orElseThrow();
        stage.at(closing.plusSeconds(60));
        stage.tell("nominations closed");
        Stage.demand(head.waiting(stage.nomination(LATE)).isEmpty(), "The late NPO can still submit.");
        stage.refused(
                head,
                () -> head.isRefusedByLink(
                        endorsement,
                        Map.of(
                                "endorsement", "ENDORSE",
                                "endorserName", "Head of NPO",
                                "endorserTitle", "Director General")));
        NominationCaseFacts record = nominations.find(stage.code(), LATE).orElseThrow();
        stage.left(stage.liaison(LATE).user(), record.note());
        Stage.demand(count(CandidateState.CLOSED) == 2, "What was not submitted should have been closed.");
    }

    /** The revision moved the closing of every nomination. */
    void follows(LocalDate closing) {
        Instant end = closing.plusDays(1).atStartOfDay(Stage.TOKYO).toInstant();
        Stage.demand(
                nominations.cases(stage.code()).stream()
                        .allMatch(nomination -> nomination.closingAt().equals(end)),
                "Not every nomination follows the revised closing date.");
    }

    private void endorsed(String economy, String what) {
        npos.endorse(stage.project(), economy);
        stage.settle();
        stage.tell(stage.name(economy) + ": " + what + ", entered and endorsed");
    }

    private long count(CandidateState state) {
        return nominations.all(stage.code()).stream()
                .filter(candidate -> candidate.state() == state)
                .count();
    }
}
