package org.assent.assignment;

import java.time.Instant;
import java.util.List;
import org.assent.engine.ProcessVariable;

/** Every name that assignment.bpmn and its forms share with Java. */
final class AssignmentProcess {

    static final String KEY = "assignment";

    static final ProcessVariable<List<OverseasExpert>> OVERSEAS_EXPERTS =
            ProcessVariable.rows("overseasExperts", OverseasExpert.class);
    static final ProcessVariable<List<LocalExpert>> LOCAL_EXPERTS =
            ProcessVariable.rows("localExperts", LocalExpert.class);
    static final ProcessVariable<List<SiteVisit>> SITE_VISITS = ProcessVariable.rows("siteVisits", SiteVisit.class);
    static final ProcessVariable<List<Answer>> DECISIONS = ProcessVariable.rows("assignmentDecisions", Answer.class);
    static final ProcessVariable<List<Answer>> CONFIRMATIONS =
            ProcessVariable.rows("assignmentConfirmations", Answer.class);
    static final ProcessVariable<List<Answer>> DELIVERIES = ProcessVariable.rows("deliveries", Answer.class);
    static final ProcessVariable<List<Answer>> SETTLEMENTS = ProcessVariable.rows("settlements", Answer.class);

    static final ProcessVariable<Boolean> NOTHING_APPROVED = ProcessVariable.flag("nothingApproved");
    /** The first moment of the day after the last day of the project, in the host's zone. */
    static final ProcessVariable<Instant> SESSIONS_END_AT = ProcessVariable.moment("sessionsEndAt");

    private AssignmentProcess() {}
}
