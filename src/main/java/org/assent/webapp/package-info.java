/** What officials see around their forms in Tasklist and Cockpit. A view: it asks the capabilities and decides nothing. */
@NullMarked
@ApplicationModule
package org.assent.webapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
