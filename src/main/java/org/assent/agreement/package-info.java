/**
 * One office's performance agreement for one fiscal year, from its opening to its published result, and its revisions.
 * Model: processes/agreement/agreement.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "mail", "scheme", "organisation"})
package org.assent.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
