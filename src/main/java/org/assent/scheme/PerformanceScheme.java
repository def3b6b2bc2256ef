package org.assent.scheme;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** One version of a scheme as it was when it was first brought: its file, word for word. */
@Entity
class PerformanceScheme {

    @Id
    @GeneratedValue
    private long id;

    private String code;
    private int number;
    private String hash;
    private String content;
    private Instant broughtAt;

    @Version
    private long version;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    protected PerformanceScheme() {}

    PerformanceScheme(SchemeFile file, Instant broughtAt) {
        this.code = file.facts().code();
        this.number = file.facts().version();
        this.hash = file.facts().hash();
        this.content = file.text();
        this.broughtAt = broughtAt;
    }

    /** Agreements were drafted under what is kept here, so it never changes. */
    void demandSame(SchemeFile file) {
        if (!hash.equals(file.facts().hash())) {
            throw new IllegalStateException(
                    "%s is not the %s version %d that agreements may have been drafted under: raise its version."
                            .formatted(file.name(), code, number));
        }
    }

    SchemeFacts facts() {
        return SchemeFile.read(code + ".yaml", content).facts();
    }
}
