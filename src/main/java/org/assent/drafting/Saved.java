package org.assent.drafting;

import java.time.Instant;
import java.util.List;

/** A draft that has been kept, and what is still to be mended in it. Public: the editor's answer. */
public record Saved(int revision, String savedBy, Instant savedAt, List<Finding> findings) {}
