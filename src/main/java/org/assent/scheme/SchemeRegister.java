package org.assent.scheme;

import java.util.List;

/** The schemes that exist, every version of them. Public: agreements are opened, drafted and scored by them. */
public interface SchemeRegister {

    /** The version that an agreement was drafted under; refuses in words when there is none. */
    SchemeFacts scheme(String code, int version);

    /** The latest version of the scheme that applies; refuses in words when no scheme covers the year. */
    SchemeFacts schemeFor(FiscalYear year, OfficeLevel level);

    /** By first fiscal year and version. */
    List<SchemeFacts> all();
}
