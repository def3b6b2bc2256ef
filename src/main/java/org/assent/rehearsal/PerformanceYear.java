package org.assent.rehearsal;

import java.time.LocalDate;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The performance agreements of ten ministries and divisions for 2023-24, in the order of their calendar. */
@Component
@Profile("rehearsal")
class PerformanceYear {

    private final AgreementYear year;
    private final DraftingAct drafting;
    private final ReviewAct review;
    private final SigningAct signing;
    private final ReportingAct reporting;
    private final EvaluationAct evaluation;

    PerformanceYear(
            AgreementYear year,
            DraftingAct drafting,
            ReviewAct review,
            SigningAct signing,
            ReportingAct reporting,
            EvaluationAct evaluation) {
        this.year = year;
        this.drafting = drafting;
        this.review = review;
        this.signing = signing;
        this.reporting = reporting;
        this.evaluation = evaluation;
    }

    void perform() {
        conclude();
        report();
        year.on(LocalDate.of(2024, 8, 1));
        evaluation.evaluate();
        year.on(LocalDate.of(2024, 8, 12));
        evaluation.reviewScores();
        year.on(LocalDate.of(2024, 8, 19));
        evaluation.decide();
        evaluation.published(LocalDate.of(2024, 8, 30));
    }

    private void conclude() {
        year.on(LocalDate.of(2023, 4, 30));
        drafting.open();
        year.on(LocalDate.of(2023, 5, 14));
        drafting.draftOthers();
        drafting.typeIn();
        year.on(LocalDate.of(2023, 5, 21));
        drafting.finish();
        year.on(LocalDate.of(2023, 6, 1));
        review.recommendMost();
        review.comment();
        year.on(LocalDate.of(2023, 6, 5));
        review.answer();
        review.dispute();
        year.on(LocalDate.of(2023, 6, 12));
        review.recommendReturned();
        year.on(LocalDate.of(2023, 6, 18));
        review.recommendOverdue();
        year.on(LocalDate.of(2023, 7, 9));
        signing.sign();
    }

    private void report() {
        year.on(LocalDate.of(2023, 9, 12));
        signing.revise();
        year.on(LocalDate.of(2023, 9, 25));
        signing.decideRevision();
        year.on(LocalDate.of(2023, 10, 4));
        signing.reviseTooLate();
        year.on(LocalDate.of(2023, 10, 10));
        reporting.firstQuarter();
        year.on(LocalDate.of(2023, 10, 22));
        reporting.lateReport();
        year.on(LocalDate.of(2023, 12, 3));
        reporting.missedReport();
        year.on(LocalDate.of(2024, 1, 10));
        reporting.quarter(2);
        year.on(LocalDate.of(2024, 1, 24));
        reporting.halfYear();
        year.on(LocalDate.of(2024, 4, 8));
        reporting.quarter(3);
        year.on(LocalDate.of(2024, 7, 8));
        reporting.year();
    }
}
