package org.assent.drafting;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.assent.drafting.Content.Activity;
import org.assent.drafting.Content.Indicator;
import org.assent.drafting.Content.Objective;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.LevelScheme.MandatoryActivity;
import org.assent.scheme.LevelScheme.MandatoryObjective;
import org.assent.scheme.LevelScheme.ReformPlan;
import org.assent.scheme.SchemeIndicator;
import org.assent.scheme.SchemeRegister;
import org.assent.scoring.Accumulation;
import org.assent.scoring.Ladder;
import org.assent.scoring.Mode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All indicators of a version that are scored: the office's own, the mandatory ones, those of the reform plans. */
@Component
class ScoredIndicators {

    private final SchemeRegister schemes;

    ScoredIndicators(SchemeRegister schemes) {
        this.schemes = schemes;
    }

    List<IndicatorFacts> of(DocumentVersion version) {
        DocumentVersion.Terms terms = version.terms();
        LevelScheme scheme =
                schemes.scheme(terms.schemeCode(), terms.schemeVersion()).level(terms.level());
        List<IndicatorFacts> all = new ArrayList<>(own(version.content(), new Frame(scheme, terms.fiscalYear(), null)));
        for (MandatoryObjective objective : scheme.mandatoryObjectives()) {
            for (MandatoryActivity activity : objective.activities()) {
                for (SchemeIndicator indicator : activity.indicators()) {
                    all.add(given(
                            indicator,
                            null,
                            objective.name(),
                            activity.name(),
                            indicator.weight(),
                            scheme,
                            terms.fiscalYear()));
                }
            }
        }
        for (ReformPlan plan : scheme.reformPlans()) {
            for (SchemeIndicator indicator : plan.indicators()) {
                BigDecimal share =
                        indicator.weight().multiply(plan.weight()).divide(plan.fullMark(), MathContext.DECIMAL64);
                all.add(given(indicator, plan.code(), plan.title(), "", share, scheme, terms.fiscalYear()));
            }
        }
        return List.copyOf(all);
    }

    static List<IndicatorFacts> own(Content content, Frame frame) {
        List<IndicatorFacts> own = new ArrayList<>();
        int o = 0;
        for (Objective objective : content.objectives()) {
            o++;
            int a = 0;
            for (Activity activity : objective.activities()) {
                a++;
                int i = 0;
                for (Indicator indicator : activity.indicators()) {
                    own.add(own(o + "." + a + "." + ++i, objective, activity, indicator, frame));
                }
            }
        }
        return own;
    }

    /** A submitted indicator has passed the check, so its ladder reads. */
    private static IndicatorFacts own(
            String id, Objective objective, Activity activity, Indicator indicator, Frame frame) {
        BigDecimal weight = Weight.of(indicator.weight()).orElseThrow();
        Ladder ladder = Ladder.of(new IndicatorCheck(indicator, frame).terms(), indicator.ladder());
        return new IndicatorFacts(
                id,
                indicator.key(),
                null,
                objective.name(),
                activity.name(),
                indicator.name(),
                indicator.unit(),
                weight,
                weight,
                ladder,
                ladder.kind(),
                Accumulation.valueOf(indicator.accumulation()),
                Mode.valueOf(indicator.mode()),
                indicator.evidence());
    }

    private static IndicatorFacts given(
            SchemeIndicator indicator,
            @Nullable String plan,
            String objective,
            String activity,
            BigDecimal share,
            LevelScheme scheme,
            FiscalYear year) {
        return new IndicatorFacts(
                indicator.id(),
                indicator.id(),
                plan,
                objective,
                activity,
                indicator.name(),
                indicator.unit(),
                indicator.weight(),
                share,
                scheme.ladder(indicator, year),
                indicator.kind(),
                indicator.accumulation(),
                indicator.mode(),
                indicator.evidence());
    }
}
