package org.assent.evaluation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.TaskPrefill;
import org.assent.organisation.OrganisationRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class EvaluationForms {

    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;
    private final FigureForms figures;
    private final ScoreForms scores;

    EvaluationForms(
            AgreementRegister agreements, OrganisationRegister organisations, FigureForms figures, ScoreForms scores) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.figures = figures;
        this.scores = scores;
    }

    @Bean
    TaskPrefill reportYearForm() {
        return form("reportYear", figures::ofYear);
    }

    @Bean
    TaskPrefill approveYearForm() {
        return form("approveYear", figures::ofApproval);
    }

    @Bean
    TaskPrefill evaluateFiguresForm() {
        return form("evaluateFigures", figures::ofEvaluation);
    }

    @Bean
    TaskPrefill reviewScoresForm() {
        return form("reviewScores", scores::of);
    }

    @Bean
    TaskPrefill decideScoresForm() {
        return form("decideScores", scores::of);
    }

    private TaskPrefill form(String task, BiConsumer<String, Map<String, Object>> more) {
        return TaskPrefill.of(task, open -> {
            AgreementFacts agreement = agreements.agreement(open.businessKey());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put(
                    "officeName",
                    organisations.organisation(agreement.organisation()).name());
            values.put("fiscalYearName", agreement.fiscalYear().toString());
            more.accept(open.businessKey(), values);
            return values;
        });
    }
}
