/** Puts documents on paper: text of any script on a page, and pages of text and tables as PDF. It has no model. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine"})
package org.assent.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
