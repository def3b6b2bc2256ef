package org.assent.assignment;

import org.jspecify.annotations.Nullable;

/** A virtual site visit that the host proposes. */
record SiteVisit(String place, String broadcast, @Nullable String remark) {}
