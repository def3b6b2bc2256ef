package org.assent.screening;

import jakarta.persistence.Embeddable;

/** One line of what the table points answers: what counts, and how much. */
@Embeddable
record Criterion(int points, String reason) {}
