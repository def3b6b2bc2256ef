/**
 * What a year's agreement is worth: the office's own figures, the evaluator's beside them, the committees, the score, the
 * rank and its publication. Model: processes/evaluation/evaluation.bpmn.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "engine",
            "file",
            "mail",
            "scheme",
            "organisation",
            "agreement",
            "drafting",
            "scoring",
            "monitoring",
            "print"
        })
package org.assent.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
