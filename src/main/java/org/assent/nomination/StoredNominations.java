package org.assent.nomination;

import static java.math.RoundingMode.HALF_UP;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.assent.project.ProjectRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the register from the tables. */
@Component
@Transactional(readOnly = true)
class StoredNominations implements NominationRegister {

    private final NominationCases cases;
    private final ParticipantEvaluations evaluations;
    private final ProjectRegister projects;

    StoredNominations(NominationCases cases, ParticipantEvaluations evaluations, ProjectRegister projects) {
        this.cases = cases;
        this.evaluations = evaluations;
        this.projects = projects;
    }

    @Override
    public List<CandidateFacts> submitted(String projectCode) {
        return nominations(projectCode)
                .filter(Nomination::isStanding)
                .map(Nomination::facts)
                .sorted(Comparator.comparing(CandidateFacts::economy).thenComparing(CandidateFacts::rank))
                .toList();
    }

    @Override
    public List<CandidateFacts> all(String projectCode) {
        return nominations(projectCode)
                .filter(nomination -> !nomination.isDraft())
                .map(Nomination::facts)
                .toList();
    }

    @Override
    public Optional<CandidateFacts> candidate(String projectCode, String reference) {
        return all(projectCode).stream()
                .filter(candidate -> candidate.reference().equals(reference))
                .findFirst();
    }

    private Stream<Nomination> nominations(String projectCode) {
        return cases.findByProjectCode(projectCode).stream().flatMap(one -> one.nominations().stream());
    }

    @Override
    public List<NominationCaseFacts> cases(String projectCode) {
        return cases.findByProjectCode(projectCode).stream().map(this::facts).toList();
    }

    @Override
    public Optional<NominationCaseFacts> find(String projectCode, String economy) {
        return cases.findByProjectCodeAndEconomy(projectCode, economy).map(this::facts);
    }

    /** A revision that moved the closing date holds at once, before the NPO acts on it. */
    private NominationCaseFacts facts(NominationCase nomination) {
        return projects.find(nomination.projectCode())
                .map(project -> nomination.facts(project.closingAt()))
                .orElseGet(() -> nomination.facts());
    }

    @Override
    public Optional<EvaluationFacts> evaluation(String projectCode) {
        List<Rating> ratings = evaluations.findByProjectCode(projectCode).stream()
                .map(ParticipantEvaluation::rating)
                .toList();
        return ratings.isEmpty()
                ? Optional.empty()
                : Optional.of(new EvaluationFacts(
                        ratings.size(),
                        average(ratings, Rating::content),
                        average(ratings, Rating::speakers),
                        average(ratings, Rating::organization),
                        average(ratings, Rating::usefulness),
                        ratings.stream()
                                .map(Rating::comments)
                                .filter(comment -> !comment.isEmpty())
                                .toList()));
    }

    private static BigDecimal average(List<Rating> ratings, ToIntFunction<Rating> mark) {
        int sum = ratings.stream().mapToInt(mark).sum();
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(ratings.size()), 1, HALF_UP);
    }
}
