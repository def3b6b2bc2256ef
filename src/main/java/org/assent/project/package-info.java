/**
 * A project from its plan to its archive: the notification, its versions and its deadlines. Model:
 * processes/project/project.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "file", "mail", "notification"})
package org.assent.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
