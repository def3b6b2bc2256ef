package org.assent.webapp;

import java.util.List;
import java.util.Optional;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.engine.Caller;
import org.assent.engine.Refusal;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;

/** The agreements that the caller may see: those of their own ministry, or all where their group reads all. */
@Component
class AgreementFiles {

    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;
    private final AgreementTasks tasks;

    AgreementFiles(AgreementRegister agreements, OrganisationRegister organisations, AgreementTasks tasks) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.tasks = tasks;
    }

    /** An agreement with its office. */
    record File(AgreementFacts agreement, OrganisationFacts office) {}

    /** Refused for others as if it did not exist. */
    File file(String key) {
        return agreements
                .find(key)
                .flatMap(this::withOffice)
                .filter(this::isVisible)
                .orElseThrow(() -> new Refusal("There is no such agreement among those you may see."));
    }

    List<File> all() {
        return agreements.all().stream()
                .flatMap(agreement -> withOffice(agreement).stream())
                .filter(this::isVisible)
                .toList();
    }

    private Optional<File> withOffice(AgreementFacts agreement) {
        return organisations.find(agreement.organisation()).map(office -> new File(agreement, office));
    }

    private boolean isVisible(File file) {
        Caller caller = tasks.caller();
        return caller.actsFor(file.office().ministry()) || new Viewer(caller).readsAllAgreements();
    }
}
