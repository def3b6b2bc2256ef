package org.assent.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** That somebody imported offices, when, and what it came to. */
@Entity
class OrganisationImport {

    @Id
    @GeneratedValue
    private long id;

    private String importedBy;
    private Instant importedAt;
    private String sha256;
    private int added;
    private int changed;
    private int unchanged;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected OrganisationImport() {}

    OrganisationImport(String importedBy, Instant importedAt, String sha256, int added, int changed, int unchanged) {
        this.importedBy = importedBy;
        this.importedAt = importedAt;
        this.sha256 = sha256;
        this.added = added;
        this.changed = changed;
        this.unchanged = unchanged;
    }
}
