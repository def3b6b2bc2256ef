/** How Java meets the process engine: variables, forms, expressions, tenants. Knows Camunda, knows no business. */
@NullMarked
@ApplicationModule(allowedDependencies = {"fence"})
package org.assent.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
