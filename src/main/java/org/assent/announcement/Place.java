package org.assent.announcement;

/** A place that goes to a nominated person: overseas, or one of the host's. */
record Place(String reference, String economy, boolean local) {}
