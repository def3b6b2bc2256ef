/**
 * What auditors see of cases, finished and running ones: tables of all that the engine kept, files of them (CSV, Excel,
 * PDF, XES, OCEL), and a record of what was looked at. It has no model and changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "print"})
package org.assent.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
