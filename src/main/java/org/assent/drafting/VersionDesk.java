package org.assent.drafting;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moves the latest version of a document on; its content never changes. Public: review and signing, which come later,
 * say here what they decided.
 */
@Component
@Transactional
public class VersionDesk {

    private final DocumentVersions versions;
    private final Clock clock;

    VersionDesk(DocumentVersions versions, Clock clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** The reviewer sent it back. */
    public void returned(String key, String by) {
        latest(key).sendBack(by, clock.instant());
    }

    /** The reviewer recommends it for signing. */
    public void recommended(String key, String by) {
        latest(key).recommend(by, clock.instant());
    }

    /** Both have signed: it is in force from now on, and what it revises no longer is. */
    public void signed(String key, String by) {
        DocumentVersion signed = latest(key);
        versions.findByAgreementKeyAndState(key, VersionState.SIGNED)
                .ifPresent(old -> old.supersede(by, clock.instant()));
        signed.sign(by, clock.instant());
    }

    /** A signatory, or in a revision the reviewer, refused it; a version in force stays in force. */
    public void refused(String key, String by) {
        latest(key).refuse(by, clock.instant());
    }

    private DocumentVersion latest(String key) {
        return versions.findFirstByAgreementKeyOrderByNumberDesc(key).orElseThrow(DocumentVersion::missing);
    }
}
