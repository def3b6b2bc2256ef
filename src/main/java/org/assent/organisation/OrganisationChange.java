package org.assent.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;

/** What an import made different about an office, before and after. */
@Entity
class OrganisationChange {

    @Id
    @GeneratedValue
    private long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "import_id")
    private OrganisationImport by;

    private String code;
    private String field;
    private String valueBefore;
    private String valueAfter;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected OrganisationChange() {}

    OrganisationChange(OrganisationImport by, String code, Organisation.Difference difference) {
        this.by = by;
        this.code = code;
        this.field = difference.field();
        this.valueBefore = difference.before();
        this.valueAfter = difference.after();
    }
}
