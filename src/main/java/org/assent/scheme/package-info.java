/** What an agreement is made of and how it is marked, as data per fiscal year and level of office. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine"})
package org.assent.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
