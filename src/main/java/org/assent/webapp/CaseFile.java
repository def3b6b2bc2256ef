package org.assent.webapp;

import java.util.Optional;
import org.assent.project.ProjectFacts;

/**
 * The project a case page is about, and who looks at it.
 *
 * @param facts nothing before the notification is issued
 */
record CaseFile(String code, Optional<ProjectFacts> facts, Viewer viewer) {}
