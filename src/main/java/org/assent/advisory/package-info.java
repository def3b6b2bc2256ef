/** Which known holes the libraries that ship have: a dated list in the repository, held against the bill of materials. */
@NullMarked
@ApplicationModule(allowedDependencies = "fence")
package org.assent.advisory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
