/** The record that can be checked: what each transaction wrote, chained by case, sealed and signed. Knows no business. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "notary"})
package org.assent.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
