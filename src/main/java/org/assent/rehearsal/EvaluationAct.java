package org.assent.rehearsal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assent.agreement.AgreementRegister;
import org.assent.agreement.AgreementState;
import org.assent.drafting.IndicatorFacts;
import org.assent.evaluation.EvaluationRegister;
import org.assent.rehearsal.AgreementYear.Reached;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The evaluator's figures, the committees, the published list. */
@Component
@Profile("rehearsal")
class EvaluationAct {

    /** Of Industries: plots were counted that were allotted after the year. */
    private static final String CORRECTED = "i-plots";

    private static final BigDecimal COUNTED_TOO_MUCH = BigDecimal.valueOf(6);
    private static final String RETURNED = "energy";

    private final Stage stage;
    private final AgreementYear year;
    private final AgreementRegister agreements;
    private final EvaluationRegister evaluations;

    EvaluationAct(Stage stage, AgreementYear year, AgreementRegister agreements, EvaluationRegister evaluations) {
        this.stage = stage;
        this.year = year;
        this.agreements = agreements;
        this.evaluations = evaluations;
    }

    void evaluate() {
        for (String office : year.others()) {
            evaluate(office, row -> {});
            year.counts(office, asReported(office));
        }
        evaluateIndustries();
        stage.tell("figures evaluated for all ten; of Industries one corrected, one without evidence");
    }

    private void evaluateIndustries() {
        Official reviewer = year.reviewer();
        String office = AgreementYear.INDUSTRIES;
        String corrected = number(office, CORRECTED);
        String unproven = number(office, ReportingAct.UNPROVEN);
        Map<String, Reached> figures = new LinkedHashMap<>(asReported(office));
        BigDecimal fewer = AgreementYear.of(figures, corrected).value().subtract(COUNTED_TOO_MUCH);
        figures.put(corrected, new Reached(fewer.toPlainString(), fewer, true));
        Reached claimed = AgreementYear.of(figures, unproven);
        figures.put(unproven, new Reached(claimed.text(), claimed.value(), false));
        year.counts(office, figures);
        Consumer<Map<String, @Nullable Object>> correction = row -> {
            if (corrected.equals(row.get("reference"))) {
                row.put("evaluatedFigure", fewer.toPlainString());
            }
            if (unproven.equals(row.get("reference"))) {
                row.put("evidenceAccepted", "NO");
                row.put("differenceReason", "No evidence was sent, also after we asked for it.");
            }
        };
        stage.refused(
                reviewer,
                () -> reviewer.isRefused(AgreementYear.key(office), "evaluateFigures", form -> fill(form, correction)));
        evaluate(office, correction.andThen(row -> {
            if (corrected.equals(row.get("reference"))) {
                row.put("differenceReason", "Six of the letters of allotment are dated July 2024.");
            }
        }));
    }

    private void evaluate(String office, Consumer<Map<String, @Nullable Object>> correction) {
        year.reviewer().complete(AgreementYear.key(office), "evaluateFigures", form -> fill(form, correction));
    }

    private static void fill(FormOnScreen form, Consumer<Map<String, @Nullable Object>> correction) {
        List<Map<String, @Nullable Object>> rows = form.rows("evaluatedFigures");
        rows.forEach(row -> {
            row.put("evidenceAccepted", "YES");
            correction.accept(row);
        });
        form.enter("evaluatedFigures", rows);
    }

    private Map<String, Reached> asReported(String office) {
        Map<String, Reached> figures = new LinkedHashMap<>();
        year.performance(office)
                .forEach((number, figure) -> figures.put(number, new Reached(figure.text(), figure.year(), true)));
        return figures;
    }

    private String number(String office, String item) {
        return year.indicators(office).stream()
                .filter(indicator -> indicator.key().equals(item))
                .map(IndicatorFacts::id)
                .findFirst()
                .orElseThrow();
    }

    /** One sheet goes back to the evaluator, who lowers a figure. */
    void reviewScores() {
        Official committee = stage.user("technical-committee");
        String doubted = AgreementYear.key(RETURNED);
        committee.complete(doubted, "reviewScores", form -> form.enter("technicalDecision", "RETURN")
                .enter("technicalRemark", "One of the wells counted under 1.1.1 was still being tested on 30 June."));
        lowered();
        for (String office : year.ministries()) {
            committee.complete(
                    AgreementYear.key(office), "reviewScores", form -> form.enter("technicalDecision", "ADOPT"));
        }
        stage.tell("the technical committee returns the scores of %s once, then adopts all ten"
                .formatted(year.name(RETURNED)));
    }

    private void lowered() {
        String first = "1.1.1";
        Map<String, Reached> figures = new LinkedHashMap<>(year.counted(RETURNED));
        BigDecimal lower = AgreementYear.of(figures, first).value().subtract(BigDecimal.ONE);
        figures.put(first, new Reached(lower.toPlainString(), lower, true));
        year.counts(RETURNED, figures);
        evaluate(RETURNED, row -> {
            if (first.equals(row.get("reference"))) {
                row.put("evaluatedFigure", lower.toPlainString());
                row.put("differenceReason", "One well was still being tested on 30 June.");
            }
        });
    }

    void decide() {
        Official committee = stage.user("national-committee");
        for (String office : year.ministries()) {
            committee.complete(AgreementYear.key(office), "decideScores", form -> form.enter("finalDecision", "ADOPT"));
        }
        stage.tell("the national committee adopts all ten scores");
    }

    void published(LocalDate day) {
        stage.inDhaka(day, "09:00");
        stage.settle();
        var table = evaluations
                .league(AgreementYear.YEAR, OfficeLevel.MINISTRY)
                .orElseThrow(() -> new NotPossible("The results were not published on " + day + "."));
        Stage.demand(table.rows().size() == year.ministries().size(), "An office is missing in the published list.");
        Stage.demand(
                agreements.of(AgreementYear.YEAR).stream()
                        .allMatch(agreement -> agreement.state() == AgreementState.PUBLISHED),
                "An agreement was not closed with its result.");
        stage.tell("results published: best %s, worst %s, average %s"
                .formatted(table.best(), table.worst(), table.average()));
    }
}
