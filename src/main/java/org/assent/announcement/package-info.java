/**
 * The programme and the selected names go out in time, and places are offered, taken and passed on. Model:
 * processes/announcement/announcement.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "mail", "project", "nomination", "screening"})
package org.assent.announcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
