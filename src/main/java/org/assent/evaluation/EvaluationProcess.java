package org.assent.evaluation;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;

/** Every name that evaluation.bpmn and its forms share with Java. */
final class EvaluationProcess {

    static final String KEY = "evaluation";

    static final ProcessVariable<String> APA_TEAM = ProcessVariable.text("apaTeam");
    static final ProcessVariable<String> OFFICE_HEAD = ProcessVariable.text("officeHead");
    static final ProcessVariable<String> REVIEWERS = ProcessVariable.text("reviewers");

    static final ProcessVariable<Instant> YEAR_ENDS_AT = ProcessVariable.moment("yearEndsAt");
    static final ProcessVariable<Instant> ANNUAL_REPORT_DUE_AT = ProcessVariable.moment("annualReportDueAt");
    static final ProcessVariable<Instant> ANNUAL_REPORT_CLOSES_AT = ProcessVariable.moment("annualReportClosesAt");
    static final ProcessVariable<Instant> EVALUATION_DUE_AT = ProcessVariable.moment("evaluationDueAt");
    static final ProcessVariable<Instant> PUBLICATION_AT = ProcessVariable.moment("publicationAt");

    static final ProcessVariable<Boolean> YEAR_APPROVED = ProcessVariable.flag("yearApproved");
    static final ProcessVariable<Boolean> COMMITTEE_NEEDED = ProcessVariable.flag("committeeNeeded");
    static final ProcessVariable<Boolean> TECHNICALLY_ADOPTED = ProcessVariable.flag("technicallyAdopted");
    static final ProcessVariable<Boolean> FINALLY_ADOPTED = ProcessVariable.flag("finallyAdopted");

    static final ProcessVariable<List<AnnualRow>> ANNUAL_FIGURES =
            ProcessVariable.rows("annualFigures", AnnualRow.class);
    static final ProcessVariable<String> ANNUAL_REMARK = ProcessVariable.text("annualRemark");
    static final ProcessVariable<Approval> YEAR_APPROVAL = ProcessVariable.choice("yearApproval", Approval.class);
    static final ProcessVariable<String> YEAR_REMARK = ProcessVariable.text("yearRemark");
    static final ProcessVariable<List<EvaluatedRow>> EVALUATED_FIGURES =
            ProcessVariable.rows("evaluatedFigures", EvaluatedRow.class);
    static final ProcessVariable<String> EVALUATION_REMARK = ProcessVariable.text("evaluationRemark");
    static final ProcessVariable<Adoption> TECHNICAL_DECISION =
            ProcessVariable.choice("technicalDecision", Adoption.class);
    static final ProcessVariable<String> TECHNICAL_REMARK = ProcessVariable.text("technicalRemark");
    static final ProcessVariable<Adoption> FINAL_DECISION = ProcessVariable.choice("finalDecision", Adoption.class);
    static final ProcessVariable<String> FINAL_REMARK = ProcessVariable.text("finalRemark");

    private EvaluationProcess() {}
}
