/** Who was present at which session, by the host's hand or the meeting platform's report. Model: processes/attendance/attendance.bpmn. */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "file", "mail", "project", "announcement"})
package org.assent.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
