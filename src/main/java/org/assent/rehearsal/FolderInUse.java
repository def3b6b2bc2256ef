package org.assent.rehearsal;

import java.nio.file.Path;

/** A rehearsal would mix with what is there already. */
final class FolderInUse extends RuntimeException {

    FolderInUse(Path folder) {
        super(
                "A rehearsal needs an empty folder, and there is something in %s already. Move it away, or start Assent without the profile “rehearsal” to go on with it."
                        .formatted(folder));
    }
}
