/** How one indicator's figure becomes a score, exactly, and how scores add up and rank. Has no model: whoever evaluates asks. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "file"})
package org.assent.scoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
