/** Tasklist and Cockpit in a real browser. */
@NullMarked
package org.assent.webapp;

import org.jspecify.annotations.NullMarked;
