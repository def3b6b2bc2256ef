/**
 * Who speaks and what is visited, at whose cost: proposed, approved, confirmed, delivered, settled. Model:
 * processes/assignment/assignment.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "project"})
package org.assent.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
