package org.assent.organisation;

/** Why an import was refused: the line (0 for the whole file) and one sentence. */
record Problem(int line, String sentence) {}
