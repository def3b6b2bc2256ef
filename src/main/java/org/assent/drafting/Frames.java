package org.assent.drafting;

import java.util.HashSet;
import java.util.Set;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.SchemeRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an agreement's content is held against, looked up. */
@Component
class Frames {

    private final AgreementRegister agreements;
    private final SchemeRegister schemes;
    private final OrganisationRegister organisations;
    private final DocumentVersions versions;

    Frames(
            AgreementRegister agreements,
            SchemeRegister schemes,
            OrganisationRegister organisations,
            DocumentVersions versions) {
        this.agreements = agreements;
        this.schemes = schemes;
        this.organisations = organisations;
        this.versions = versions;
    }

    Frame of(String key) {
        AgreementFacts agreement = agreements.agreement(key);
        LevelScheme scheme = schemes.scheme(agreement.schemeCode(), agreement.schemeVersion())
                .level(agreement.level());
        return new Frame(scheme, agreement.fiscalYear(), parentIndicators(agreement));
    }

    DocumentVersion.Terms terms(String key) {
        AgreementFacts agreement = agreements.agreement(key);
        return new DocumentVersion.Terms(
                agreement.schemeCode(), agreement.schemeVersion(), agreement.fiscalYear(), agreement.level());
    }

    /** Numbers of the superior office's indicators as it last submitted them. */
    private @Nullable Set<String> parentIndicators(AgreementFacts agreement) {
        String parent = organisations.organisation(agreement.organisation()).parent();
        if (!agreement.level().isBelowMinistry() || parent == null) {
            return null;
        }
        Set<String> numbers = new HashSet<>();
        versions.findFirstByAgreementKeyOrderByNumberDesc(AgreementFacts.key(parent, agreement.fiscalYear()))
                .ifPresent(version -> Items.of(version.content()).all().stream()
                        .filter(item -> item.kind() == Items.Kind.INDICATOR)
                        .forEach(item -> numbers.add(item.number())));
        return numbers;
    }
}
