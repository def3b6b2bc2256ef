/**
 * The performance schemes: which parts, marks, objectives and plans an agreement has in a fiscal year. Model: none, its
 * data are in resources/schemes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "scoring"})
package org.assent.scheme;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
