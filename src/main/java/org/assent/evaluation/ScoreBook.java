package org.assent.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.drafting.VersionFacts;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.LevelScheme.ReformPlan;
import org.assent.scheme.SchemeRegister;
import org.assent.scoring.Composite;
import org.assent.scoring.Figure;
import org.assent.scoring.Score;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Scores an agreement by the evaluator's figures and the version they were given for (R13), exactly. */
@Component
class ScoreBook {

    /** As many decimals as the tables keep. */
    private static final int KEPT = 10;
    /** A fraction longer than its column is written as a decimal: four hundred ladders can have a long common denominator. */
    private static final int LONGEST = 2000;

    private final DocumentRegister documents;
    private final SchemeRegister schemes;

    ScoreBook(DocumentRegister documents, SchemeRegister schemes) {
        this.documents = documents;
        this.schemes = schemes;
    }

    Scored score(String key, int version, List<EvaluatedFigure> figures) {
        VersionFacts document = documents.version(key, version);
        LevelScheme scheme =
                schemes.scheme(document.schemeCode(), document.schemeVersion()).level(document.level());
        Map<String, EvaluatedFigure> byIndicator = new LinkedHashMap<>();
        figures.forEach(figure -> byIndicator.put(figure.indicatorKey(), figure));
        List<ScoreSheet.Line> lines = new ArrayList<>();
        List<Composite.Part> own = new ArrayList<>();
        Map<String, List<Composite.Part>> ofPlans = new LinkedHashMap<>();
        for (IndicatorFacts indicator : document.indicators()) {
            EvaluatedFigure figure = Objects.requireNonNull(byIndicator.get(indicator.key()));
            Score score = score(indicator, figure);
            String plan = indicator.plan();
            (plan == null ? own : ofPlans.computeIfAbsent(plan, code -> new ArrayList<>()))
                    .add(new Composite.Part(score, indicator.weight()));
            lines.add(line(indicator, figure, score));
        }
        List<Composite> parts = new ArrayList<>(List.of(Composite.of(own)));
        List<ScoreSheet.Plan> plans = new ArrayList<>();
        for (ReformPlan plan : scheme.reformPlans()) {
            Composite got = Composite.of(ofPlans.getOrDefault(plan.code(), List.of()));
            Composite scaled = got.scaled(plan.fullMark(), plan.weight());
            parts.add(scaled);
            plans.add(new ScoreSheet.Plan(
                    plan.code(),
                    plan.title(),
                    plan.fullMark(),
                    plan.weight(),
                    kept(got.exact()),
                    kept(scaled.exact()),
                    got.explainScaled(plan.fullMark(), plan.weight())));
        }
        Composite whole = Composite.together(parts);
        return new Scored(
                version,
                lines,
                plans,
                kept(parts.get(0).exact()),
                whole.shown(),
                exact(whole.exact()),
                scheme.band(whole.shown()).name());
    }

    /** No accepted evidence, no score. */
    private static Score score(IndicatorFacts indicator, EvaluatedFigure figure) {
        return indicator.ladder().score(read(indicator, figure.figure()), indicator.mode(), figure.evidenceAccepted());
    }

    private static @Nullable Figure read(IndicatorFacts indicator, String typed) {
        return Figure.missing(typed) ? null : indicator.ladder().read(typed);
    }

    private static ScoreSheet.Line line(IndicatorFacts indicator, EvaluatedFigure figure, Score score) {
        return new ScoreSheet.Line(
                indicator.id(),
                indicator.key(),
                indicator.plan(),
                indicator.objective(),
                indicator.activity(),
                indicator.name(),
                indicator.unit(),
                indicator.weight(),
                indicator.share(),
                indicator.ladder().toString(),
                indicator.evidence(),
                figure.ownFigure(),
                figure.ownEvidence(),
                figure.readAs(),
                figure.evidenceAccepted(),
                figure.reason(),
                score.exact(),
                score.precise(),
                kept(score.weighted(indicator.weight())),
                score.explanation(indicator.weight()));
    }

    private static BigDecimal kept(BigFraction value) {
        return value.bigDecimalValue(KEPT, RoundingMode.HALF_UP);
    }

    private static String exact(BigFraction value) {
        if (value.getDenominator().bitLength() > LONGEST * 3) {
            return kept(value).toPlainString();
        }
        String fraction = value.getDenominator().equals(BigInteger.ONE)
                ? value.getNumerator().toString()
                : value.getNumerator() + "/" + value.getDenominator();
        return fraction.length() > LONGEST ? kept(value).toPlainString() : fraction;
    }
}
