/** Plays officials by their forms: the other NPOs of a demonstration, and in the profile “rehearsal” a whole project. */
@NullMarked
@ApplicationModule
package org.assent.rehearsal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
