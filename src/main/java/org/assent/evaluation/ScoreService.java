package org.assent.evaluation;

import java.time.Clock;
import java.util.List;
import org.assent.agreement.AgreementRegister;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fixes the final score. */
@Service
@Transactional
class ScoreService {

    private final FigureEvaluations rounds;
    private final EvaluatedFigures figures;
    private final ScoreBook book;
    private final AgreementScores scores;
    private final IndicatorScores indicators;
    private final PlanScores plans;
    private final AgreementRegister agreements;
    private final Clock clock;

    ScoreService(
            FigureEvaluations rounds,
            EvaluatedFigures figures,
            ScoreBook book,
            AgreementScores scores,
            IndicatorScores indicators,
            PlanScores plans,
            AgreementRegister agreements,
            Clock clock) {
        this.rounds = rounds;
        this.figures = figures;
        this.book = book;
        this.scores = scores;
        this.indicators = indicators;
        this.plans = plans;
        this.agreements = agreements;
        this.clock = clock;
    }

    /** By the last round of the evaluator's figures, which is the one that was adopted. */
    void fix(String key, String by) {
        List<FigureEvaluation> evaluated = rounds.findByAgreementKeyOrderByRound(key);
        FigureEvaluation round = evaluated.get(evaluated.size() - 1);
        Scored scored = book.score(
                key,
                round.documentVersion(),
                figures.findByEvaluationIdInOrderByEvaluationIdAscPositionAsc(List.of(round.id())));
        AgreementScore score =
                scores.save(new AgreementScore(agreements.agreement(key), round.round(), scored, by, clock.instant()));
        int position = 0;
        for (ScoreSheet.Line line : scored.lines()) {
            indicators.save(new IndicatorScore(score.id(), ++position, line));
        }
        position = 0;
        for (ScoreSheet.Plan plan : scored.plans()) {
            plans.save(new PlanScore(score.id(), ++position, plan));
        }
    }
}
