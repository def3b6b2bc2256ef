/**
 * The agreement's document: drafted by the office's team, checked on the server, submitted as a version that never
 * changes. Model: processes/drafting/drafting.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "mail", "scheme", "organisation", "agreement", "scoring"})
package org.assent.drafting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
