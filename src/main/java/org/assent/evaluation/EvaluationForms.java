package org.assent.evaluation;

import org.assent.agreement.AgreementForms;
import org.assent.engine.TaskPrefill;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class EvaluationForms {

    private final AgreementForms agreements;
    private final FigureForms figures;
    private final ScoreForms scores;

    EvaluationForms(AgreementForms agreements, FigureForms figures, ScoreForms scores) {
        this.agreements = agreements;
        this.figures = figures;
        this.scores = scores;
    }

    @Bean
    TaskPrefill reportYearForm() {
        return agreements.form("reportYear", (open, values) -> figures.ofYear(open.businessKey(), values));
    }

    @Bean
    TaskPrefill approveYearForm() {
        return agreements.form("approveYear", (open, values) -> figures.ofApproval(open.businessKey(), values));
    }

    @Bean
    TaskPrefill evaluateFiguresForm() {
        return agreements.form("evaluateFigures", (open, values) -> figures.ofEvaluation(open.businessKey(), values));
    }

    @Bean
    TaskPrefill reviewScoresForm() {
        return agreements.form("reviewScores", (open, values) -> scores.of(open.businessKey(), values));
    }

    @Bean
    TaskPrefill decideScoresForm() {
        return agreements.form("decideScores", (open, values) -> scores.of(open.businessKey(), values));
    }
}
