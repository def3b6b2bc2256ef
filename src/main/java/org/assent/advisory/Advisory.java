package org.assent.advisory;

import org.jspecify.annotations.Nullable;

/**
 * A published hole of one component.
 *
 * @param answer why a version that is named may ship all the same; without one it may not
 */
record Advisory(String id, String component, Affected affected, String source, String says, @Nullable String answer) {

    boolean hits(Library library) {
        return library.isOf(component) && affected.names(LibraryVersion.of(library.version()));
    }
}
