/**
 * What an office reports of its agreement during the year: three quarterly reports, and the half-year's evaluation by the
 * office above. Model: processes/monitoring/monitoring.bpmn.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"engine", "mail", "scheme", "organisation", "agreement", "drafting", "scoring"})
package org.assent.monitoring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
