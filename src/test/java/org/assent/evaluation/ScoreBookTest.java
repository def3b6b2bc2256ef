package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.engine.FreshDesk;
import org.assent.monitoring.SignedAgreementFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The scheme of 2021-22: own objectives of 70 marks and five reform plans scaled to 30. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class ScoreBookTest {

    @Autowired
    ScoreBook book;

    @Autowired
    SignedAgreementFixture agreements;

    @Autowired
    DocumentRegister documents;

    @Test
    void everything_reached_is_a_hundred() {
        Scored scored = score(Map.of());

        assertThat(scored.composite()).isEqualTo("100.00");
        assertThat(scored.compositeExact()).isEqualTo("100");
        assertThat(scored.ownMarks()).isEqualByComparingTo("70");
        assertThat(scored.plans()).hasSize(5).allSatisfy(plan -> assertThat(plan.scaled())
                .isEqualByComparingTo(plan.weight()));
        assertThat(scored.band()).isEqualTo("Excellent");
    }

    @Test
    void a_plan_counts_by_its_weight_and_not_by_its_own_marks() {
        // GRS.2 has 8 of the plan's 25 marks, and the plan 4 of the 100: 8 / 25 x 4 = 1.28
        Scored scored = score(Map.of("GRS.2", false));

        assertThat(scored.composite()).isEqualTo("98.72");
        assertThat(scored.compositeExact()).isEqualTo("2468/25");
        assertThat(scored.plans())
                .filteredOn(plan -> plan.code().equals("GRS"))
                .singleElement()
                .satisfies(plan -> {
                    assertThat(plan.got()).isEqualByComparingTo("17");
                    assertThat(plan.fullMark()).isEqualByComparingTo("25");
                    assertThat(plan.scaled()).isEqualByComparingTo("2.72");
                    assertThat(plan.explanation())
                            .isEqualTo("17.00 of 25 marks, with a weight of 4: 17.00 / 25 x 4 = 2.72.");
                });
    }

    private Scored score(Map<String, Boolean> evidence) {
        String key = agreements.inForce("industries", "2021-22");
        VersionFacts document = documents.inForce(key).orElseThrow();
        List<EvaluatedFigure> figures = document.indicators().stream()
                .map(indicator -> figure(indicator, evidence.getOrDefault(indicator.id(), true)))
                .toList();
        return book.score(key, document.number(), figures);
    }

    private static EvaluatedFigure figure(IndicatorFacts indicator, boolean accepted) {
        String best = indicator.ladder().levels().get(0).figure().toString();
        return new EvaluatedFigure(1, 1, indicator, best, "Register", best, best, accepted, "");
    }
}
