/**
 * Who may take part, how strong each nomination is, and who is proposed, approved and kept in reserve. Model:
 * processes/screening/screening.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "project", "nomination"})
package org.assent.screening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
