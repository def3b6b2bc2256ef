package org.assent.screening;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A departure from the proposal, with its reason; a reference is empty where nobody left or nobody came in. */
@Embeddable
record SelectionChange(String takenOut, String takenIn, String reason, String officer, Instant changedAt) {}
