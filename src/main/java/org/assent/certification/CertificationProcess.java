package org.assent.certification;

import org.assent.engine.ProcessVariable;

/** Every name that certification.bpmn and its forms share with Java. */
final class CertificationProcess {

    static final String KEY = "certification";

    static final ProcessVariable<SignOff> SIGN_OFF = ProcessVariable.choice("signOff", SignOff.class);
    static final ProcessVariable<String> SIGN_OFF_REMARK = ProcessVariable.text("signOffRemark");
    static final ProcessVariable<String> DOUBTS_ANSWER = ProcessVariable.text("doubtsAnswer");
    static final ProcessVariable<Revocation> REVOCATION = ProcessVariable.choice("revocation", Revocation.class);
    static final ProcessVariable<String> SERIAL = ProcessVariable.text("serial");
    static final ProcessVariable<String> REVOCATION_REASON = ProcessVariable.text("revocationReason");

    /** What the Secretary-General does with the list. */
    enum SignOff {
        SIGN,
        RETURN
    }

    /** What the Secretary-General answers to the wish for a revocation. */
    enum Revocation {
        REVOKE,
        KEEP
    }

    private CertificationProcess() {}
}
