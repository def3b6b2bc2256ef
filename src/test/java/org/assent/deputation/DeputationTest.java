package org.assent.deputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;

class DeputationTest {

    /** Already 1 June in Tokyo and in Dhaka. */
    private static final Instant NOW = Instant.parse("2022-06-01T02:00:00Z");

    private static final LocalDate FIRST = LocalDate.parse("2022-06-01");
    private static final LocalDate LAST = LocalDate.parse("2022-06-03");

    @Test
    void an_appointment_is_complete_and_in_order() {
        assertThatCode(() -> made(FIRST, LAST)).doesNotThrowAnyException();
        refused(wish("", "certification", FIRST, LAST, "7"), "Please choose your deputy.");
        refused(wish("principal", "certification", FIRST, LAST, "7"), "Nobody is their own deputy.");
        refused(
                new Appointment("principal", "deputy", Set.of(), FIRST, LAST, "7"),
                "Please choose at least one process");
        refused(wish("deputy", "certification", FIRST, LAST, " "), "Please enter the number of the order");
        refused(wish("deputy", "certification", FIRST, LAST, "7".repeat(61)), "Please enter a shorter order number");
        refused(wish("deputy", "certification", null, LAST, "7"), "Please enter the first and the last day.");
        refused(wish("deputy", "certification", FIRST, null, "7"), "Please enter the first and the last day.");
        refused(wish("deputy", "certification", LAST, FIRST, "7"), "The last day is before the first one.");
        refused(wish("deputy", "certification", FIRST.minusDays(1), LAST, "7"), "The first day has passed already.");
        refused(
                wish("deputy", "certification", FIRST, FIRST.plusYears(1).plusDays(1), "7"),
                "An appointment ends within a year.");
    }

    @Test
    void days_are_whole_days_where_the_process_is_at_home() {
        Deputation project = made(FIRST, LAST);
        assertThat(project.isInForce("certification", Instant.parse("2022-05-31T14:59:59Z")))
                .isFalse();
        assertThat(project.isInForce("certification", Instant.parse("2022-05-31T15:00:00Z")))
                .isTrue();
        assertThat(project.isInForce("certification", Instant.parse("2022-06-03T14:59:59Z")))
                .isTrue();
        assertThat(project.isInForce("certification", Instant.parse("2022-06-03T15:00:00Z")))
                .isFalse();
        assertThat(project.isInForce("assignment", NOW)).isFalse();

        Deputation agreement = new Deputation(wish("deputy", "signing", FIRST, LAST, "7"), "principal", NOW);
        assertThat(agreement.isInForce("signing", Instant.parse("2022-06-03T17:59:59Z")))
                .isTrue();
        assertThat(agreement.hasEnded(Instant.parse("2022-06-03T18:00:00Z"))).isTrue();
    }

    @Test
    void it_can_be_revoked_once_and_ends_at_once() {
        Deputation deputation = made(FIRST, LAST);
        deputation.revoke("principal", NOW);

        assertThat(deputation.isInForce("certification", NOW)).isFalse();
        assertThat(deputation.hasEnded(NOW)).isTrue();
        assertThatThrownBy(() -> deputation.revoke("principal", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("This appointment has ended already.");
        Deputation over = made(FIRST, LAST);
        assertThatThrownBy(() -> over.revoke("principal", Instant.parse("2022-06-04T00:00:00Z")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void two_appointments_overlap_by_a_single_day() {
        Deputation deputation = made(FIRST, LAST);

        assertThat(deputation.overlaps(LAST, LAST.plusDays(9))).isTrue();
        assertThat(deputation.overlaps(LAST.plusDays(1), LAST.plusDays(9))).isFalse();
        assertThat(deputation.overlaps(FIRST.minusDays(9), FIRST)).isTrue();
        assertThat(deputation.overlaps(FIRST.minusDays(9), FIRST.minusDays(1))).isFalse();
        deputation.revoke("principal", NOW);
        assertThat(deputation.overlaps(FIRST, LAST)).isFalse();
    }

    private static Deputation made(LocalDate from, LocalDate until) {
        return new Deputation(wish("deputy", "certification", from, until, "7"), "principal", NOW);
    }

    private static Appointment wish(
            String deputy, String process, LocalDate from, LocalDate until, String orderNumber) {
        return new Appointment("principal", deputy, Set.of(process), from, until, orderNumber);
    }

    private static void refused(Appointment wish, String sentence) {
        assertThatThrownBy(() -> new Deputation(wish, "principal", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith(sentence);
    }
}
