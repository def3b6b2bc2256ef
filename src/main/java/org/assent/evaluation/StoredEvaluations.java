package org.assent.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Component
@Transactional(readOnly = true)
class StoredEvaluations implements EvaluationRegister {

    private final AgreementEvaluations evaluations;
    private final AnnualReports reports;
    private final AnnualFigures annualFigures;
    private final FigureEvaluations rounds;
    private final EvaluatedFigures evaluatedFigures;
    private final CommitteeDecisions decisions;
    private final AgreementScores scores;
    private final IndicatorScores indicators;
    private final PlanScores plans;
    private final LeagueEditions editions;
    private final LeaguePlaces places;
    private final EarlierResults earlier;
    private final ScoreBook book;
    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;

    StoredEvaluations(
            AgreementEvaluations evaluations,
            AnnualReports reports,
            AnnualFigures annualFigures,
            FigureEvaluations rounds,
            EvaluatedFigures evaluatedFigures,
            CommitteeDecisions decisions,
            AgreementScores scores,
            IndicatorScores indicators,
            PlanScores plans,
            LeagueEditions editions,
            LeaguePlaces places,
            EarlierResults earlier,
            ScoreBook book,
            AgreementRegister agreements,
            OrganisationRegister organisations) {
        this.evaluations = evaluations;
        this.reports = reports;
        this.annualFigures = annualFigures;
        this.rounds = rounds;
        this.evaluatedFigures = evaluatedFigures;
        this.decisions = decisions;
        this.scores = scores;
        this.indicators = indicators;
        this.plans = plans;
        this.editions = editions;
        this.places = places;
        this.earlier = earlier;
        this.book = book;
        this.agreements = agreements;
        this.organisations = organisations;
    }

    @Override
    public Optional<EvaluationFacts> evaluation(String key) {
        return evaluations
                .findByAgreementKey(key)
                .map(evaluation -> new EvaluationFacts(
                        evaluation.annualState(),
                        evaluation.annualDueOn(),
                        evaluation.annualClosesOn(),
                        evaluation.lateNotedAt(),
                        evaluation.missingNotedAt(),
                        evaluation.answerable(),
                        annualReports(key),
                        rounds(key),
                        decisions.findByAgreementKeyOrderById(key).stream()
                                .map(CommitteeDecision::facts)
                                .toList()));
    }

    private List<EvaluationFacts.AnnualReportFacts> annualReports(String key) {
        List<AnnualReport> all = reports.findByAgreementKeyOrderByRound(key);
        Map<Long, List<AnnualFigure>> figures =
                annualFigures
                        .findByReportIdInOrderByReportIdAscPositionAsc(
                                all.stream().map(AnnualReport::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(AnnualFigure::reportId));
        return all.stream()
                .map(report -> report.facts(figures.getOrDefault(report.id(), List.of()).stream()
                        .map(AnnualFigure::facts)
                        .toList()))
                .toList();
    }

    private List<EvaluationFacts.RoundFacts> rounds(String key) {
        List<FigureEvaluation> all = rounds.findByAgreementKeyOrderByRound(key);
        Map<Long, List<EvaluatedFigure>> figures = evaluatedFigures
                .findByEvaluationIdInOrderByEvaluationIdAscPositionAsc(
                        all.stream().map(FigureEvaluation::id).toList())
                .stream()
                .collect(Collectors.groupingBy(EvaluatedFigure::evaluationId));
        return all.stream()
                .map(round -> round.facts(figures.getOrDefault(round.id(), List.of()).stream()
                        .map(EvaluatedFigure::facts)
                        .toList()))
                .toList();
    }

    @Override
    public Optional<ScoreSheet> scoreSheet(String key) {
        Optional<AgreementScore> fixed = scores.findByAgreementKey(key);
        return fixed.isPresent() ? fixed.map(this::fixedSheet) : provisional(key);
    }

    private ScoreSheet fixedSheet(AgreementScore score) {
        List<ScoreSheet.Line> lines = indicators.findByScoreIdOrderByPosition(score.id()).stream()
                .map(IndicatorScore::line)
                .toList();
        return new ScoreSheet(
                score.agreementKey(),
                score.organisation(),
                score.fiscalYear(),
                score.officeLevel(),
                true,
                score.documentVersion(),
                lines,
                plans.findByScoreIdOrderByPosition(score.id()).stream()
                        .map(PlanScore::plan)
                        .toList(),
                score.ownMarks(),
                score.composite(),
                score.compositeExact(),
                score.band(),
                rank(score),
                score.fixedBy(),
                score.fixedAt());
    }

    private @Nullable Integer rank(AgreementScore score) {
        return latest(score.fiscalYear(), score.officeLevel())
                .flatMap(edition -> places.of(edition.id(), score.agreementKey()))
                .map(LeaguePlace::place)
                .orElse(null);
    }

    private Optional<ScoreSheet> provisional(String key) {
        List<FigureEvaluation> all = rounds.findByAgreementKeyOrderByRound(key);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        FigureEvaluation round = all.get(all.size() - 1);
        AgreementFacts agreement = agreements.agreement(key);
        Scored scored = book.score(
                key,
                round.documentVersion(),
                evaluatedFigures.findByEvaluationIdInOrderByEvaluationIdAscPositionAsc(List.of(round.id())));
        return Optional.of(new ScoreSheet(
                key,
                agreement.organisation(),
                agreement.fiscalYear(),
                agreement.level(),
                false,
                round.documentVersion(),
                scored.lines(),
                scored.plans(),
                scored.ownMarks(),
                scored.composite(),
                scored.compositeExact(),
                scored.band(),
                null,
                null,
                null));
    }

    @Override
    public Optional<LeagueTable> league(FiscalYear year, OfficeLevel level) {
        return latest(year, level).map(edition -> table(edition, names()));
    }

    @Override
    public List<LeagueTable> editions(FiscalYear year, OfficeLevel level) {
        Function<String, String> names = names();
        return editions.findByFiscalYearAndOfficeLevelOrderByEdition(year.toString(), level).stream()
                .map(edition -> table(edition, names))
                .toList();
    }

    private Optional<LeagueEdition> latest(FiscalYear year, OfficeLevel level) {
        return editions.findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(year.toString(), level);
    }

    private LeagueTable table(LeagueEdition edition, Function<String, String> names) {
        return edition.table(places.of(edition.id()).stream()
                .map(place -> new LeagueTable.Row(
                        place.place(),
                        place.organisation(),
                        names.apply(place.organisation()),
                        place.agreementKey(),
                        place.score()))
                .toList());
    }

    /** In one query, because a list may have 20,000 lines. An office that no longer exists is called by its code. */
    private Function<String, String> names() {
        Map<String, String> names = organisations.all().stream()
                .collect(Collectors.toMap(OrganisationFacts::code, OrganisationFacts::name));
        return code -> names.getOrDefault(code, code);
    }

    @Override
    public List<PublishedList> published() {
        return editions.latest().stream().map(LeagueEdition::published).toList();
    }

    @Override
    public List<TrendPoint> trend(String organisation) {
        Map<FiscalYear, TrendPoint> byYear = new TreeMap<>(Comparator.naturalOrder());
        earlier.findByOrganisation(organisation)
                .forEach(result -> byYear.put(
                        result.fiscalYear(), new TrendPoint(result.fiscalYear(), result.score(), null, true)));
        places.years(organisation).forEach(year -> {
            FiscalYear when = FiscalYear.of(year.fiscalYear());
            byYear.put(when, new TrendPoint(when, year.score(), year.place(), false));
        });
        return new ArrayList<>(byYear.values());
    }
}
