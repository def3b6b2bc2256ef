package org.assent.project;

import java.time.LocalDate;

/** One line of a notification's change history. Public: pages show it. */
public record ChangeFacts(int revision, LocalDate date, String clause, String modification) {}
