/** Who is there: one login for web apps, programs and our own pages, its limits, and how long it lasts. */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "engine"})
package org.assent.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
