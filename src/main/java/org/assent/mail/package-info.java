/** Tells people what happened. Any process may use its delegate; it knows none of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "file"})
package org.assent.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
