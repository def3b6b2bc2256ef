package org.assent.webapp;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.evaluation.EvaluationRegister;
import org.assent.evaluation.ScoreSheet;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.webapp.AgreementFiles.File;
import org.springframework.stereotype.Component;

/**
 * Who may see what of a result: the published list everybody who has to do with agreements, a score before its publication
 * only the office itself, whoever evaluates it, and whoever reads all agreements.
 */
@Component
class ResultRights {

    private final AgreementFiles files;
    private final AgreementTasks tasks;
    private final EvaluationRegister evaluations;
    private final OrganisationRegister organisations;

    ResultRights(
            AgreementFiles files,
            AgreementTasks tasks,
            EvaluationRegister evaluations,
            OrganisationRegister organisations) {
        this.files = files;
        this.tasks = tasks;
        this.evaluations = evaluations;
        this.organisations = organisations;
    }

    /** Refused for others as if it did not exist. */
    File file(String key) {
        return files.file(key);
    }

    boolean maySeeScore(File file) {
        return isPublished(file) || isPartyTo(file);
    }

    /** The office itself, its evaluator, and whoever reads all agreements. */
    boolean isPartyTo(File file) {
        Caller caller = tasks.caller();
        return new Viewer(caller).readsAllAgreements() || isOf(caller, file.office()) || isEvaluator(caller, file);
    }

    void demandLists() {
        if (!new Viewer(tasks.caller()).takesPartInAgreements()) {
            throw new Refusal("The lists of results are for offices that have to do with agreements.");
        }
    }

    /** Codes of the offices that the caller works for. */
    Set<String> ownOffices() {
        Caller caller = tasks.caller();
        return organisations.all().stream()
                .filter(office -> isOf(caller, office))
                .map(OrganisationFacts::code)
                .collect(Collectors.toSet());
    }

    private boolean isPublished(File file) {
        return evaluations
                .scoreSheet(file.agreement().key())
                .map(ScoreSheet::rank)
                .isPresent();
    }

    private static boolean isOf(Caller caller, OrganisationFacts office) {
        return caller.groups().contains(office.apaTeamGroup())
                || caller.groups().contains(office.headGroup());
    }

    /** Below a ministry the team of the office above evaluates. */
    private boolean isEvaluator(Caller caller, File file) {
        return file.agreement().level().isBelowMinistry()
                && Optional.ofNullable(file.office().parent())
                        .flatMap(organisations::find)
                        .filter(parent -> caller.groups().contains(parent.apaTeamGroup()))
                        .isPresent();
    }
}
