package org.assent.webapp;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationRegister;
import org.assent.screening.AssessmentFacts;
import org.assent.screening.SelectionRegister;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What screening made of each candidate, with its reasons: for those of the Secretariat who read nominations. */
@Component
@Order(40)
class SelectionPanel implements CasePanel {

    private final ObjectProvider<SelectionRegister> selections;
    private final ObjectProvider<NominationRegister> nominations;
    private final EconomyNames economies;

    SelectionPanel(
            ObjectProvider<SelectionRegister> selections,
            ObjectProvider<NominationRegister> nominations,
            EconomyNames economies) {
        this.selections = selections;
        this.nominations = nominations;
        this.economies = economies;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        SelectionRegister register = selections.getIfAvailable();
        NominationRegister people = nominations.getIfAvailable();
        if (register == null || people == null || !file.viewer().readsPeople()) {
            return Optional.empty();
        }
        return register.selection(file.code()).map(selection -> {
            var panel = Panel.titled("Screening and selection")
                    .fact(
                            "Selection",
                            selection.approvedAt() == null
                                    ? "Not approved yet"
                                    : "Approved on " + TokyoTime.moment(selection.approvedAt()))
                    .fact("Selected", selection.selected().size())
                    .fact("Alternates", selection.alternates().size())
                    .columns("Reference", "Candidate", "Economy", "Place", "Points", "Result", "Reason");
            Map<String, String> names = people.all(file.code()).stream()
                    .collect(Collectors.toMap(
                            CandidateFacts::reference, CandidateFacts::displayName, (one, other) -> one));
            register.assessments(file.code())
                    .forEach(one -> panel.row(
                            one.reference(),
                            names.getOrDefault(one.reference(), ""),
                            economies.of(one.economy()),
                            one.place().label(),
                            one.points(),
                            result(one),
                            one.decisionReason().isEmpty() ? one.reason() : one.decisionReason()));
            return panel.done();
        });
    }

    private static String result(AssessmentFacts one) {
        return one.alternateRank() == null ? one.state().label() : one.state().label() + " " + one.alternateRank();
    }
}
