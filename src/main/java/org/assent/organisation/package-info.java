/** Who signs agreements with whom: the tree of government offices with their APA teams and heads. It has no model. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "file", "scheme"})
package org.assent.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
