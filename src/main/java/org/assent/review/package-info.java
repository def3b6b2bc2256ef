/**
 * The superior office reads an agreement's document, comments on single items, and recommends it or returns it. Model:
 * processes/review/review.bpmn.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"engine", "mail", "scheme", "organisation", "drafting"})
package org.assent.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
