package org.assent.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    @Test
    void an_amount_is_exact_and_not_negative() {
        assertThatThrownBy(() -> overseas("-0.01")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> overseas("10.001")).isInstanceOf(Refusal.class);
        assertThat(overseas("10.10").amount()).isEqualByComparingTo("10.1");
    }

    @Test
    void a_refusal_needs_a_reason() {
        Assignment assignment = overseas("1");
        assertThatThrownBy(() -> assignment.refuse(" ", "secretary-general")).isInstanceOf(Refusal.class);
    }

    @Test
    void a_local_expert_without_honorarium_has_no_amount() {
        assertThatThrownBy(() -> Assignment.of(
                        "22-CL-15-GE-WSP-A", 1, new LocalExpert("A", "O", "S", false, BigDecimal.TEN), "npo-lk"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_step_is_taken_once() {
        Assignment assignment = overseas("1");
        assignment.approve("secretary-general");
        assertThatThrownBy(() -> assignment.approve("somebody-else")).isInstanceOf(Refusal.class);
    }

    private static Assignment overseas(String amount) {
        return Assignment.of(
                "22-CL-15-GE-WSP-A",
                1,
                new OverseasExpert("A", "O", "JP", "S", new BigDecimal(amount)),
                "programme-officer");
    }
}
