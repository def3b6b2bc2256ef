package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.assent.nomination.EnglishLevel;
import org.assent.project.OrganizationType;
import org.assent.screening.Question.Fit;
import org.junit.jupiter.api.Test;

class QuestionTest {

    @Test
    void an_organization_fits_where_its_type_is_asked_for_or_none_is() {
        List<OrganizationType> groups = List.of(OrganizationType.GOVERNMENT, OrganizationType.ACADEMIA);

        assertThat(Fit.of(OrganizationType.ACADEMIA, groups)).isEqualTo(Fit.ACCEPTED);
        assertThat(Fit.of(OrganizationType.SME, groups)).isEqualTo(Fit.NOT_ACCEPTED);
        assertThat(Fit.of(null, groups)).isEqualTo(Fit.NOT_ACCEPTED);
        assertThat(Fit.of(OrganizationType.SME, List.of())).isEqualTo(Fit.NOT_STATED);
        assertThat(Fit.of(null, List.of())).isEqualTo(Fit.NOT_STATED);
    }

    @Test
    void the_birthday_itself_counts() {
        LocalDate start = LocalDate.of(2022, 8, 24);

        assertThat(Question.age(LocalDate.of(1997, 8, 24), start)).isEqualTo(25);
        assertThat(Question.age(LocalDate.of(1997, 8, 25), start)).isEqualTo(24);
    }

    @Test
    void both_tables_are_asked_under_their_own_names() {
        var question = new Question(EnglishLevel.GOOD, Fit.ACCEPTED, 8, true, "MANAGER", 0, 1, 40);

        assertThat(DecisionTable.read("eligibility").evaluate(question.inputs()))
                .hasSize(1);
        assertThat(DecisionTable.read("points").evaluate(question.inputs())).hasSize(6);
    }
}
