package org.assent.evaluation;

import java.util.List;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.monitoring.SignedAgreementFixture;
import org.assent.monitoring.WatchedYearFixture;
import org.assent.monitoring.YearWalk;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Component;

/**
 * Results through the services that the steps of the models call, without the walk through them. Public: tests of the
 * pages show them.
 */
@Component
public class ResultFixture {

    private final SignedAgreementFixture agreements;
    private final WatchedYearFixture years;
    private final DocumentRegister documents;
    private final AnnualReportService reports;
    private final EvaluationService evaluations;
    private final ScoreService scores;
    private final LeagueService leagues;
    private final EarlierResultsImport earlier;

    ResultFixture(
            SignedAgreementFixture agreements,
            WatchedYearFixture years,
            DocumentRegister documents,
            AnnualReportService reports,
            EvaluationService evaluations,
            ScoreService scores,
            LeagueService leagues,
            EarlierResultsImport earlier) {
        this.agreements = agreements;
        this.years = years;
        this.documents = documents;
        this.reports = reports;
        this.evaluations = evaluations;
        this.scores = scores;
        this.leagues = leagues;
        this.earlier = earlier;
    }

    /** The office reported 28.47 in 1.1.1; the evaluator finds another figure, and no evidence for the last indicator. */
    public String evaluated(String organisation, String fiscalYear, String figure) {
        String key = agreements.inForce(organisation, fiscalYear);
        years.reported(key);
        int ends = FiscalYear.of(fiscalYear).next().startYear();
        List<IndicatorFacts> indicators = documents.inForce(key).orElseThrow().indicators();
        YearWalk.at(ends + "-07-10T04:00:00Z");
        reports.open(key);
        reports.report(
                key,
                indicators.stream()
                        .map(indicator -> new AnnualRow(indicator.id(), fourth(indicator), "Annual register, page 4"))
                        .toList(),
                null,
                organisation + "-apa");
        reports.decide(key, Approval.APPROVE, null, organisation + "-head");
        YearWalk.at(ends + "-08-05T04:00:00Z");
        String last = indicators.get(indicators.size() - 1).id();
        evaluations.evaluate(
                key,
                indicators.stream()
                        .map(indicator -> evaluated(indicator, figure, last))
                        .toList(),
                null,
                "cabinet-reviewer");
        return key;
    }

    private static String fourth(IndicatorFacts indicator) {
        return switch (indicator.id()) {
            case "1.1.1" -> "4.97";
            case "1.1.2" -> "";
            case "2.1.1" -> "90 %";
            default -> target(indicator);
        };
    }

    private static EvaluatedRow evaluated(IndicatorFacts indicator, String figure, String last) {
        String counted =
                switch (indicator.id()) {
                    case "1.1.1" -> figure;
                    case "1.1.2" -> "20 Jan";
                    case "2.1.1" -> "90 %";
                    default -> target(indicator);
                };
        boolean refused = indicator.id().equals(last);
        String reason = indicator.id().equals("1.1.1") && !figure.equals("28.47")
                ? "Two upazilas were counted twice"
                : refused ? "The register does not name the office" : "";
        return new EvaluatedRow(
                indicator.id(), counted, refused ? EvaluatedRow.Evidence.NO : EvaluatedRow.Evidence.YES, reason);
    }

    private static String target(IndicatorFacts indicator) {
        return indicator.ladder().levels().get(0).figure().toString();
    }

    public String fixed(String organisation, String fiscalYear, String figure) {
        String key = evaluated(organisation, fiscalYear, figure);
        evaluations.decide(key, Committee.TECHNICAL, Adoption.ADOPT, null, "technical-committee");
        evaluations.decide(key, Committee.NATIONAL, Adoption.ADOPT, "Well explained", "national-committee");
        scores.fix(key, "national-committee");
        return key;
    }

    public void published(String key) {
        YearWalk.at(FiscalYear.of(key.split("/")[1]).next().startYear() + "-08-30T03:00:00Z");
        leagues.publish(key);
    }

    public void known(String organisation, String fiscalYear, String score) {
        earlier.take("organisation,fiscal_year,score\n" + organisation + "," + fiscalYear + "," + score, "demo");
    }
}
