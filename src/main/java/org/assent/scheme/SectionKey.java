package org.assent.scheme;

/** The parts that a scheme can put into a document, in no order: that is the scheme's. Public: editor and print know them. */
public enum SectionKey {
    COVER,
    OVERVIEW,
    PREAMBLE,
    /** Section 1: vision, mission, functions. */
    VISION,
    /** Section 2. */
    OUTCOMES,
    /** Section 3, the office's own objectives. */
    OBJECTIVES,
    MANDATORY,
    DECLARATION,
    /** Annex 1. */
    ACRONYMS,
    /** Annex 2: implementing unit, measurement and evidence of each indicator. */
    MEASUREMENT,
    /** Annex 3. */
    DEPENDENCES,
    /** Annexes 4 to 8. */
    PLANS
}
