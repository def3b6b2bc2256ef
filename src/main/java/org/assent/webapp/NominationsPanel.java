package org.assent.webapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assent.nomination.CandidateFacts;
import org.assent.nomination.NominationCaseFacts;
import org.assent.nomination.NominationRegister;
import org.assent.project.ProjectState;
import org.assent.rehearsal.OtherNpos;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** All nominations of the project at a glance for the Secretariat; for an NPO its own and nobody else's. */
@Component
@Order(30)
class NominationsPanel implements CasePanel {

    private final ObjectProvider<NominationRegister> nominations;
    private final CaseEngine engine;
    private final EconomyNames economies;
    private final ObjectProvider<OtherNpos> others;

    NominationsPanel(
            ObjectProvider<NominationRegister> nominations,
            CaseEngine engine,
            EconomyNames economies,
            ObjectProvider<OtherNpos> others) {
        this.nominations = nominations;
        this.engine = engine;
        this.economies = economies;
        this.others = others;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        NominationRegister register = nominations.getIfAvailable();
        if (register == null || file.facts().isEmpty()) {
            return Optional.empty();
        }
        return file.viewer()
                .economy()
                .map(own -> ofOneEconomy(register, file, own))
                .orElseGet(() -> atAGlance(register, file));
    }

    private Optional<Panel> atAGlance(NominationRegister register, CaseFile file) {
        Map<String, String> holders = engine.openTasks(file.code()).stream()
                .filter(waiting -> waiting.businessKey().contains("/"))
                .collect(Collectors.toMap(
                        waiting -> waiting.businessKey().split("/", 2)[1],
                        waiting -> waiting.task().getName() + ": " + waiting.whose(),
                        (one, other) -> one + "; " + other));
        var panel = Panel.titled("Nominations of all economies")
                .columns("Economy", "Answer", "Submitted", "Incomplete", "Draft", "Withdrawn", "Closes", "Who has it");
        register.cases(file.code())
                .forEach(one -> panel.row(
                        economies.of(one.economy()),
                        one.state().label(),
                        one.submitted(),
                        one.incomplete(),
                        one.drafts(),
                        one.withdrawn(),
                        closing(one),
                        holders.getOrDefault(one.economy(), "")));
        if (!panel.hasRows()) {
            return Optional.empty();
        }
        if (file.viewer().is("programme-officers") && isPlayable(file) && others.getIfAvailable() != null) {
            panel.send(
                    "Play the other NPOs",
                    "projects/" + file.code() + "/others",
                    Panel.choice("economy", "Demonstration: you play yourself", keptBack(file)));
        }
        return Optional.of(panel.done());
    }

    /** The participants' evaluation is still theirs to give when the sessions are over. */
    private static boolean isPlayable(CaseFile file) {
        return file.facts()
                .filter(facts -> facts.state() != ProjectState.ARCHIVED && facts.state() != ProjectState.CANCELLED)
                .isPresent();
    }

    private List<Map<String, String>> keptBack(CaseFile file) {
        List<Map<String, String>> choices = new ArrayList<>();
        file.facts().ifPresent(facts -> {
            choices.add(Panel.option(facts.host(), economies.of(facts.host()) + " (host)"));
            facts.economies().stream()
                    .filter(economy -> !economy.equals(facts.host()))
                    .forEach(economy -> choices.add(Panel.option(economy, economies.of(economy))));
        });
        choices.add(Panel.option("none", "none of them"));
        return choices;
    }

    private Optional<Panel> ofOneEconomy(NominationRegister register, CaseFile file, String own) {
        return register.find(file.code(), own).map(one -> {
            var panel = Panel.titled("Your nomination")
                    .fact("Answer", one.state().label())
                    .fact("Closes", closing(one));
            if (!one.endorsedBy().isEmpty()) {
                panel.fact("Endorsed by", one.endorsedBy());
            }
            if (!one.note().isEmpty()) {
                panel.fact("Note", one.note());
            }
            panel.columns("Preference", "Reference", "Candidate", "State");
            register.all(file.code()).stream()
                    .filter(candidate -> candidate.economy().equals(own))
                    .forEach(candidate -> row(panel, candidate));
            return panel.done();
        });
    }

    private static void row(Panel.Making panel, CandidateFacts candidate) {
        panel.row(
                candidate.rank(),
                candidate.reference(),
                candidate.displayName(),
                candidate.state().label());
    }

    private static String closing(NominationCaseFacts one) {
        String closing = TokyoTime.moment(one.closingAt());
        return one.replacementWindow() ? closing + " (replacement window)" : closing;
    }
}
