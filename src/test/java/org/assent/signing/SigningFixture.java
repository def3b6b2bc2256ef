package org.assent.signing;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** The signing of a recommended document, for tests that do not walk the way there. Public: the deputies' test signs too. */
@Component
public class SigningFixture {

    private final RuntimeService runtime;

    SigningFixture(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Due by the end of 31 July 2023 in Dhaka. */
    public ProcessInstance begin(String agreementKey) {
        return runtime.startProcessInstanceByKey(
                SigningProcess.KEY,
                agreementKey,
                Map.of(
                        "organisation",
                        "industries",
                        "officeHead",
                        "industries-heads",
                        "counterSignatory",
                        "cabinet-secretary",
                        "signingDueAt",
                        Date.from(Instant.parse("2023-07-31T18:00:00Z"))));
    }
}
