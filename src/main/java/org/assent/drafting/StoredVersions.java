package org.assent.drafting;

import java.util.List;
import java.util.Optional;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register over our tables. */
@Transactional(readOnly = true)
@Component
class StoredVersions implements DocumentRegister {

    private final DocumentVersions versions;
    private final ScoredIndicators indicators;

    StoredVersions(DocumentVersions versions, ScoredIndicators indicators) {
        this.versions = versions;
        this.indicators = indicators;
    }

    @Override
    public VersionFacts version(String key, int number) {
        return facts(stored(key, number));
    }

    @Override
    public List<VersionFacts> versions(String key) {
        return versions.findByAgreementKeyOrderByNumber(key).stream()
                .map(this::facts)
                .toList();
    }

    @Override
    public Optional<VersionFacts> latest(String key) {
        return versions.findFirstByAgreementKeyOrderByNumberDesc(key).map(this::facts);
    }

    @Override
    public Optional<VersionFacts> inForce(String key) {
        return versions.findByAgreementKeyAndState(key, VersionState.SIGNED).map(this::facts);
    }

    @Override
    public List<Difference> differences(String key, int from, int to) {
        return Comparison.of(stored(key, from).content(), stored(key, to).content());
    }

    @Override
    public String fingerprint(String key, int number) {
        return stored(key, number).fingerprint();
    }

    private DocumentVersion stored(String key, int number) {
        return versions.findByAgreementKeyAndNumber(key, number)
                .orElseThrow(() -> new Refusal("There is no version " + number + " of this agreement."));
    }

    private VersionFacts facts(DocumentVersion version) {
        return version.facts(indicators.of(version));
    }
}
