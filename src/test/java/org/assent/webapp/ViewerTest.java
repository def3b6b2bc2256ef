package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.assent.engine.Caller;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViewerTest {

    @ParameterizedTest
    @CsvSource({
        "programme-officers, , NP, true",
        "programme-officers, , , true",
        "programme-officers, , industries, false",
        "npo-liaison, LK, LK, true",
        "npo-liaison, LK, NP, false",
        "npo-liaison, LK, , true",
        "apa-teams, industries, industries, true",
        "apa-teams, industries, commerce, false",
        "apa-teams, industries, LK, false",
        "apa-teams, industries, , false",
        "cabinet-reviewers, , industries, true",
        "cabinet-reviewers, , LK, false",
        "account-administrators, , LK, false",
        "account-administrators, , industries, false",
        "camunda-admin, , LK, true",
        "camunda-admin, , industries, true"
    })
    void a_timer_is_named_to_whoever_may_read_its_case(
            String group, @Nullable String own, @Nullable String tenant, boolean mayRead) {
        var viewer = new Viewer(new Caller("somebody", List.of(group), own == null ? List.of() : Arrays.asList(own)));

        assertThat(viewer.mayReadCasesOf(tenant)).isEqualTo(mayRead);
    }
}
