/** Signs the documents that the desk issues, once each, and tells of any document whether it is one of them. It has no model. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine"})
package org.assent.notary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
