package org.assent.screening;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from the tables. */
@Component
@Transactional(readOnly = true)
class StoredSelections implements SelectionRegister {

    private final Screenings screenings;
    private final NominationRegister nominations;

    StoredSelections(Screenings screenings, NominationRegister nominations) {
        this.screenings = screenings;
        this.nominations = nominations;
    }

    @Override
    public Optional<SelectionFacts> selection(String projectCode) {
        return latest(projectCode).map(Screening::facts);
    }

    @Override
    public List<AssessmentFacts> assessments(String projectCode) {
        return latest(projectCode).stream()
                .flatMap(screening -> screening.assessments().stream().map(one -> one.facts(screening.round())))
                .sorted(Comparator.comparing(AssessmentFacts::reference))
                .toList();
    }

    @Override
    public Optional<Selected> nextAlternate(
            String projectCode, Place vacant, String economy, Collection<String> excluded) {
        Set<String> standing = nominations.submitted(projectCode).stream()
                .map(CandidateFacts::reference)
                .collect(Collectors.toSet());
        return latest(projectCode)
                .filter(Screening::isApproved)
                .flatMap(screening -> screening.next(
                        vacant, economy, reference -> standing.contains(reference) && !excluded.contains(reference)));
    }

    private Optional<Screening> latest(String projectCode) {
        return screenings.findFirstByProjectCodeOrderByRoundDesc(projectCode);
    }
}
