package org.assent.scheme;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.util.Comparator;
import java.util.List;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;

/** The register: every version that was ever brought, read once at start, for none of them ever changes. */
@Component
class StoredSchemes implements SchemeRegister {

    private static final Comparator<SchemeFacts> BY_YEAR =
            comparing(SchemeFacts::firstYear).thenComparingInt(SchemeFacts::version);

    private final List<SchemeFacts> schemes;

    StoredSchemes(SchemeService service) {
        this.schemes =
                service.bring(SchemeFiles.shipped()).stream().sorted(BY_YEAR).toList();
    }

    @Override
    public SchemeFacts scheme(String code, int version) {
        return schemes.stream()
                .filter(scheme -> scheme.code().equals(code) && scheme.version() == version)
                .findFirst()
                .orElseThrow(() -> new Refusal("There is no such performance scheme."));
    }

    @Override
    public SchemeFacts schemeFor(FiscalYear year, OfficeLevel level) {
        SchemeFacts found = schemes.stream()
                .filter(scheme -> scheme.covers(year))
                .max(comparing(SchemeFacts::firstYear).thenComparing(comparingInt(SchemeFacts::version)))
                .orElseThrow(() -> new Refusal("No performance scheme is known for " + year
                        + ": agreements were introduced in " + schemes.get(0).firstYear() + "."));
        found.level(level);
        return found;
    }

    @Override
    public List<SchemeFacts> all() {
        return schemes;
    }
}
