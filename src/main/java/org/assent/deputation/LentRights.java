package org.assent.deputation;

import java.util.List;
import org.assent.access.MoreRights;
import org.assent.engine.Acting;
import org.assent.engine.Deputies;
import org.springframework.stereotype.Component;

/**
 * While an official acts for another one, access.yaml's group {@code acting-} of each process chosen is theirs too.
 * Tenants are not lent: a deputy has those of the principal anyway.
 */
@Component
class LentRights implements MoreRights {

    private final Deputies deputies;

    LentRights(Deputies deputies) {
        this.deputies = deputies;
    }

    @Override
    public Rights of(String user) {
        return new Rights(
                deputies.of(user).stream()
                        .map(Acting::process)
                        .map("acting-"::concat)
                        .distinct()
                        .toList(),
                List.of());
    }
}
