package org.assent.access;

import java.util.List;

/** Groups and tenants that somebody has for a while, beside those of the tables. Public: whoever lends them offers a bean. */
@FunctionalInterface
public interface MoreRights {

    /** Groups by id, and tenants: economies by ISO2, ministries by code. */
    record Rights(List<String> groups, List<String> tenants) {}

    /** What this user has more, now; asked with every request. */
    Rights of(String user);
}
