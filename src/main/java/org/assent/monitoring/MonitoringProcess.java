package org.assent.monitoring;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;

/** Every name that monitoring.bpmn and its forms share with Java. */
final class MonitoringProcess {

    static final String KEY = "monitoring";

    static final ProcessVariable<String> APA_TEAM = ProcessVariable.text("apaTeam");
    static final ProcessVariable<String> REVIEWERS = ProcessVariable.text("reviewers");

    static final ProcessVariable<List<Integer>> QUARTERS = ProcessVariable.rows("quarters", Integer.class);
    static final ProcessVariable<Integer> QUARTER = ProcessVariable.number("quarter");
    static final ProcessVariable<Instant> QUARTER_ENDS_AT = ProcessVariable.moment("quarterEndsAt");
    static final ProcessVariable<Instant> REPORT_DUE_AT = ProcessVariable.moment("reportDueAt");
    static final ProcessVariable<Instant> REPORT_CLOSES_AT = ProcessVariable.moment("reportClosesAt");
    static final ProcessVariable<Instant> HALF_YEAR_ENDS_AT = ProcessVariable.moment("halfYearEndsAt");
    static final ProcessVariable<Instant> HALF_YEAR_DUE_AT = ProcessVariable.moment("halfYearDueAt");
    static final ProcessVariable<Instant> HALF_YEAR_CLOSES_AT = ProcessVariable.moment("halfYearClosesAt");

    static final ProcessVariable<List<FigureRow>> FIGURES = ProcessVariable.rows("figures", FigureRow.class);
    static final ProcessVariable<String> REPORT_REMARK = ProcessVariable.text("reportRemark");
    static final ProcessVariable<List<VerdictRow>> VERDICTS =
            ProcessVariable.rows("halfYearVerdicts", VerdictRow.class);
    static final ProcessVariable<String> FEEDBACK = ProcessVariable.text("halfYearFeedback");

    private MonitoringProcess() {}
}
