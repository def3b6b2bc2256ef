/**
 * Who an economy puts forward for a project, until the closing date and in later windows. Model:
 * processes/nomination/nomination.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "mail", "project"})
package org.assent.nomination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
