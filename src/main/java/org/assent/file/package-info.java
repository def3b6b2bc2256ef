/** Files that people and programs hand in or fetch: how large, of what kind by their content, and under which name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.assent.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
