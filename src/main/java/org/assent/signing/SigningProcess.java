package org.assent.signing;

import java.time.Instant;
import org.assent.engine.ProcessVariable;

/** Every name that signing.bpmn and its forms share with Java. */
final class SigningProcess {

    static final String KEY = "signing";

    /** The groups of the two signatories. */
    static final ProcessVariable<String> OFFICE_HEAD = ProcessVariable.text("officeHead");

    static final ProcessVariable<String> COUNTER_SIGNATORY = ProcessVariable.text("counterSignatory");
    static final ProcessVariable<Instant> SIGNING_DUE_AT = ProcessVariable.moment("signingDueAt");
    static final ProcessVariable<Choice> SIGNATURE = ProcessVariable.choice("signature", Choice.class);
    static final ProcessVariable<String> SIGNING_REMARK = ProcessVariable.text("signingRemark");
    /** Kept with the case: whether whoever was asked last has signed, and at the end what it tells the agreement. */
    static final ProcessVariable<Boolean> SIGNED = ProcessVariable.flag("signed");

    private SigningProcess() {}
}
