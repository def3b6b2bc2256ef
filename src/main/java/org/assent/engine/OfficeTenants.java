package org.assent.engine;

import java.util.Optional;

/** Which ministry an office belongs to. Public: the capability that knows the offices answers. */
public interface OfficeTenants {

    /** Code of the ministry; nothing for an office that nobody knows, which the first step of its case refuses. */
    Optional<String> tenantOf(String organisation);
}
