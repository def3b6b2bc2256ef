/** The self-check: each fence that makes a frozen engine safe tells here whether it stands, and production starts only with all of them. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.assent.fence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
