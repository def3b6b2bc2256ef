package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.scheme.SchemeRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** In the context that the process tests share. */
@SpringBootTest
class SampleContentsTest {

    @Autowired
    SchemeRegister schemes;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roads",
                "home",
                "textiles",
                "energy",
                "industries",
                "commerce",
                "housing",
                "bridges",
                "social-welfare",
                "erd"
            })
    void the_ministries_that_signed_first_have_a_draft_with_nothing_to_mend(String ministry) {
        FiscalYear year = FiscalYear.of("2023-24");
        Frame frame = new Frame(schemes.schemeFor(year, OfficeLevel.MINISTRY).level(OfficeLevel.MINISTRY), year, null);
        assertThat(Check.of(new SampleContents().sample(ministry).orElseThrow(), frame))
                .isEmpty();
    }

    @Test
    void its_dates_move_to_the_year_that_is_drafted_for() {
        Content earlier = new SampleContents()
                .sample("industries", FiscalYear.of("2022-23"))
                .orElseThrow();

        assertThat(earlier.preamble()).contains("2022-23").doesNotContain("2023-24");
        assertThat(earlier.objectives())
                .flatExtracting(Content.Objective::activities)
                .flatExtracting(Content.Activity::indicators)
                .filteredOn(indicator -> indicator.kind().equals("DATE"))
                .extracting(Content.Indicator::ladder)
                .containsExactly(
                        List.of("2023-03-31", "2023-04-30", "2023-05-31", "", ""),
                        List.of("15 Dec 2022", "15 Jan 2023", "", "", ""));
    }

    @Test
    void others_have_none() {
        assertThat(new SampleContents().sample("cabinet")).isEmpty();
        assertThat(new SampleContents().sample("../schemes/classic")).isEmpty();
    }
}
