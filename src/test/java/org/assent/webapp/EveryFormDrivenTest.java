package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Runs after every other class of the suite and names the forms that no official completed in the browser. */
@Tag("browser")
@Order(Integer.MAX_VALUE)
class EveryFormDrivenTest {

    @Test
    void every_form_was_completed_in_the_real_tasklist() {
        assumeTrue(!FormsDriven.openedForms().isEmpty(), "runs with the whole suite");
        assertThat(FormsDriven.neverCompleted())
                .as("forms that no browser test opened, filled and completed by their own user")
                .isEmpty();
    }
}
