package org.assent.agreement;

import static org.assent.agreement.AgreementProcess.Brought.REQUESTED_BY;
import static org.assent.agreement.AgreementProcess.Brought.REVISION_REASON;

import java.util.Map;
import org.assent.engine.Caller;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is asked of a running agreement outside its tasks. Public: the page and the rehearsal ask here. */
@Component
@Transactional
public class AgreementDesk {

    private static final String REVISION_REQUESTED = "agreement.revisionRequested";

    private final Messages messages;
    private final AgreementRegister agreements;

    AgreementDesk(Messages messages, AgreementRegister agreements) {
        this.messages = messages;
        this.agreements = agreements;
    }

    /** Opens a revision of the agreement in force, and with it the team's draft; refuses in words (R11). */
    public void requestRevision(String key, String reason, Caller caller) {
        agreements.agreement(key);
        boolean told = messages.tell(
                AgreementProcess.KEY,
                key,
                REVISION_REQUESTED,
                Map.of(REVISION_REASON.name(), reason, REQUESTED_BY.name(), String.valueOf(caller.user())));
        if (!told) {
            throw new Refusal("The case of this agreement is closed, so it can no longer be revised.");
        }
    }
}
