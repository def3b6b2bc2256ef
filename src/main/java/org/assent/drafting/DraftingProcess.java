package org.assent.drafting;

import java.time.Instant;
import org.assent.engine.ProcessVariable;

/** Every name that drafting.bpmn and its forms share with Java. */
final class DraftingProcess {

    static final String KEY = "drafting";

    /** Group of the office's APA team. */
    static final ProcessVariable<String> APA_TEAM = ProcessVariable.text("apaTeam");
    /** Group of the office's head. */
    static final ProcessVariable<String> OFFICE_HEAD = ProcessVariable.text("officeHead");
    /** The first moment after the day on which the draft is due, in Dhaka. */
    static final ProcessVariable<Instant> DRAFT_DUE_AT = ProcessVariable.moment("draftDueAt");

    static final ProcessVariable<DraftStep> DRAFT_STEP = ProcessVariable.choice("draftStep", DraftStep.class);
    static final ProcessVariable<DraftApproval> DRAFT_APPROVAL =
            ProcessVariable.choice("draftApproval", DraftApproval.class);
    static final ProcessVariable<String> DRAFT_REMARK = ProcessVariable.text("draftRemark");

    private DraftingProcess() {}
}
