package org.assent.agreement;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register, read from the tables. */
@Component
@Transactional(readOnly = true)
class StoredAgreements implements AgreementRegister {

    private final Agreements agreements;

    StoredAgreements(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public AgreementFacts agreement(String key) {
        return find(key).orElseThrow(() -> new Refusal("There is no such agreement."));
    }

    @Override
    public Optional<AgreementFacts> find(String key) {
        return agreements.findByAgreementKey(key).map(Agreement::facts);
    }

    @Override
    public List<AgreementFacts> of(FiscalYear year) {
        return agreements.findByFiscalYearOrderByOrganisation(year.toString()).stream()
                .map(Agreement::facts)
                .toList();
    }

    @Override
    public List<AgreementFacts> all() {
        return agreements.findAllByOrderByAgreementKey().stream()
                .map(Agreement::facts)
                .toList();
    }

    @Override
    public List<RevisionFacts> revisions(String key) {
        return agreements.findByAgreementKey(key).map(Agreement::revisions).orElse(List.of());
    }
}
