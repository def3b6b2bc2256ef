package org.assent.drafting;

import java.time.Instant;

/** One thing that happened to a draft. Public: pages show what became of it. */
public record DraftEvent(Kind kind, int revision, String by, Instant at, String remark) {

    /** What can happen to a draft. */
    public enum Kind {
        OPENED("Opened"),
        SAVED("Saved"),
        DECLARED_READY("Declared ready"),
        APPROVED("Approved"),
        SENT_BACK("Returned to the APA team");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A save, whose content a list of events need not load. */
    DraftEvent(int revision, String by, Instant at) {
        this(Kind.SAVED, revision, by, at, "");
    }
}
