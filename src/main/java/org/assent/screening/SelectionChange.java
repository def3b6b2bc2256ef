package org.assent.screening;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A departure from the proposal, with its reason; a reference is empty where nobody left or nobody came in. */
@Embeddable
record SelectionChange(String takenOut, String takenIn, String reason, String officer, Instant changedAt) {

    /** The same, with the officer's name instead of the login. */
    SelectionChange signed(String name) {
        return new SelectionChange(takenOut, takenIn, reason, name, changedAt);
    }
}
