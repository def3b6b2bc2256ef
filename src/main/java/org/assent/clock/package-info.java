/** The time of the desk: the engine's and the application's in one, and the rehearsal clock that can be moved ahead. */
@NullMarked
@ApplicationModule(allowedDependencies = "engine")
package org.assent.clock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
