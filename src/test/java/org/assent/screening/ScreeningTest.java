package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ScreeningTest {

    private static final Instant NOW = Instant.parse("2022-08-05T00:00:00Z");
    private static final Places ONE_EACH = new Places(1, 1, 1);

    private final Screening screening = new Screening("22-CL-15-GE-WSP-A", 1, ONE_EACH);

    @Test
    void a_referred_candidate_is_decided_once_with_a_reason() {
        assess("IN-1", AssessmentState.REFERRED, 50);

        refuses(() -> screening.decide("IN-1", true, " ", "officer"), "Please give a reason for each decision");
        screening.decide("IN-1", true, "Known", "officer");

        refuses(() -> screening.decide("IN-1", false, "Changed my mind", "officer"), "not waiting for a decision");
        refuses(() -> screening.decide("XX-1", false, "Who", "officer"), "No candidate with this reference");
    }

    @Test
    void nothing_is_proposed_while_somebody_is_undecided() {
        assess("IN-1", AssessmentState.REFERRED, 50);

        refuses(() -> screening.propose(ONE_EACH), "needs a decision first");
    }

    @Test
    void who_is_not_eligible_is_neither_proposed_nor_taken_in() {
        assess("IN-1", AssessmentState.INELIGIBLE, 99);
        assess("NP-1", AssessmentState.ELIGIBLE, 10);
        screening.propose(ONE_EACH);

        assertThat(screening.facts().selected()).extracting(Selected::reference).containsExactly("NP-1");
        refuses(() -> exchange("NP-1", "IN-1"), "not among those who could be");
    }

    @Test
    void an_exchange_names_somebody_and_a_reason_and_keeps_to_the_places() {
        assess("IN-1", AssessmentState.ELIGIBLE, 90);
        assess("NP-1", AssessmentState.ELIGIBLE, 10);
        assess("LK-1", AssessmentState.ELIGIBLE, 10);
        screening.propose(ONE_EACH);

        refuses(() -> exchange(null, null), "Please say who");
        refuses(
                () -> screening.exchange(Optional.of("IN-1"), Optional.empty(), "", "officer", NOW),
                "Please give a reason");
        refuses(() -> exchange("NP-1", "IN-1"), "not among the selected ones");
        refuses(() -> exchange("LK-1", "NP-1"), "All 1 overseas places are filled");
    }

    @Test
    void a_place_may_be_left_vacant_and_filled_again() {
        assess("IN-1", AssessmentState.ELIGIBLE, 90);
        screening.propose(ONE_EACH);

        exchange("IN-1", null);
        assertThat(screening.facts().selected()).isEmpty();
        assertThat(screening.facts().alternates()).isEmpty();
        exchange(null, "IN-1");

        assertThat(screening.facts().selected()).extracting(Selected::reference).containsExactly("IN-1");
        assertThat(screening.changes()).extracting(SelectionChange::takenOut).containsExactly("IN-1", "");
    }

    @Test
    void alternates_move_up_when_one_is_taken_in() {
        assess("IN-1", AssessmentState.ELIGIBLE, 90);
        assess("NP-1", AssessmentState.ELIGIBLE, 80);
        assess("FJ-1", AssessmentState.ELIGIBLE, 70);
        screening.propose(ONE_EACH);

        exchange("IN-1", "NP-1");

        assertThat(screening.facts().alternates()).singleElement().satisfies(alternate -> {
            assertThat(alternate.reference()).isEqualTo("FJ-1");
            assertThat(alternate.rank()).isEqualTo(1);
        });
    }

    @Test
    void only_a_reviewed_selection_is_approved_and_only_by_somebody_who_did_not_screen() {
        assess("IN-1", AssessmentState.REFERRED, 90);
        screening.decide("IN-1", true, "Known", "first");
        screening.propose(ONE_EACH);
        refuses(() -> screening.approve("second", NOW), "no reviewed selection");
        screening.review("second");

        refuses(() -> screening.approve("first", NOW), "another programme officer");
        refuses(() -> screening.giveBack("second", "No"), "another programme officer");
        refuses(() -> screening.giveBack("third", " "), "Please say what should be changed");
        screening.approve("third", NOW);

        assertThat(screening.facts().approvedBy()).isEqualTo("third");
        refuses(() -> exchange("IN-1", null), "can no longer be changed");
        refuses(() -> screening.review("second"), "can no longer be changed");
    }

    private void exchange(String out, String in) {
        screening.exchange(Optional.ofNullable(out), Optional.ofNullable(in), "A reason", "officer", NOW);
    }

    private void assess(String reference, AssessmentState state, int points) {
        String economy = reference.substring(0, 2);
        screening.assess(
                new Applicant(reference, economy, Place.of(economy, List.of("LK")), 1, NOW),
                new Verdict(state, "Because of the table."),
                List.of(new Criterion(points, "All together")));
    }

    private static void refuses(ThrowingCallable attempt, String sentence) {
        assertThatThrownBy(attempt).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }
}
