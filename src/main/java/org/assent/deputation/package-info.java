/**
 * Acting for: an official names a deputy for some days and some processes, by an order. It is no process: nobody but the
 * official decides, nothing waits, and its end is a date that each request looks at. The form on the page is its only way in.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"access", "engine"})
package org.assent.deputation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
