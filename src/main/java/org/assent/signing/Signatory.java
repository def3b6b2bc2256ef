package org.assent.signing;

/** Who signs in which seat, as the document names them. */
record Signatory(Seat seat, String office, String post, String by, String name) {}
