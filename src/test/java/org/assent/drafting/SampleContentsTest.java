package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;

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
    void others_have_none() {
        assertThat(new SampleContents().sample("cabinet")).isEmpty();
        assertThat(new SampleContents().sample("../schemes/classic")).isEmpty();
    }
}
