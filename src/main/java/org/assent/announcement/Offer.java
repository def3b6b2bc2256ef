package org.assent.announcement;

/** A place for a nominated person: overseas, or one of the host's. */
record Offer(String reference, String economy, boolean local) {}
