package org.assent.attendance;

import org.jspecify.annotations.Nullable;

/** One line of the host's attendance form. */
record PresenceRow(String reference, @Nullable Presence presence) {}
