/** Who may log in, see and do what: security in front of every address, and grants by group from access.yaml. */
@NullMarked
@ApplicationModule(allowedDependencies = {"advisory", "engine", "fence", "file", "notary", "organisation", "project"})
package org.assent.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
