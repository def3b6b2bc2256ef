package org.assent.history;

import java.time.Instant;

/** Who looked at what, and when. Public: the auditors' page shows it. */
public record LookFacts(Instant at, String by, String kind, String about) {}
