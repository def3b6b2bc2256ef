package org.assent.review;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The review of a submitted document, for tests that do not walk the way there. */
@Component
class ReviewFixture {

    private final RuntimeService runtime;

    ReviewFixture(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Due by the end of 30 June 2023 in Dhaka. */
    ProcessInstance begin(String agreementKey) {
        return runtime.startProcessInstanceByKey(
                ReviewProcess.KEY,
                agreementKey,
                Map.of(
                        "organisation",
                        "industries",
                        "reviewers",
                        "cabinet-reviewers",
                        "reviewDueAt",
                        Date.from(Instant.parse("2023-06-30T18:00:00Z"))));
    }
}
