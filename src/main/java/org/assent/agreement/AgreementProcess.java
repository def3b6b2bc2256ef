package org.assent.agreement;

import java.time.Instant;
import java.util.List;
import org.assent.engine.Caller;
import org.assent.engine.ProcessVariable;
import org.assent.scheme.OfficeLevel;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/** Every name that agreement.bpmn, its form and its table share with Java. */
final class AgreementProcess {

    static final String KEY = "agreement";

    static final ProcessVariable<String> ORGANISATION = ProcessVariable.text("organisation");
    static final ProcessVariable<String> FISCAL_YEAR = ProcessVariable.text("fiscalYear");
    /** What was typed, kept with the case; the form's own is gone with its transaction. */
    static final ProcessVariable<String> OFFICE = ProcessVariable.text("office");

    static final ProcessVariable<String> YEAR = ProcessVariable.text("year");

    static final ProcessVariable<String> AGREEMENT_KEY = ProcessVariable.text("agreementKey");
    static final ProcessVariable<OfficeLevel> OFFICE_LEVEL = ProcessVariable.choice("officeLevel", OfficeLevel.class);

    static final ProcessVariable<List<CalendarLine>> CALENDAR = ProcessVariable.rows("calendar", CalendarLine.class);

    static final ProcessVariable<String> APA_TEAM = ProcessVariable.text("apaTeam");
    static final ProcessVariable<String> OFFICE_HEAD = ProcessVariable.text("officeHead");
    static final ProcessVariable<String> REVIEWERS = ProcessVariable.text("reviewers");
    static final ProcessVariable<String> COUNTER_SIGNATORY = ProcessVariable.text("counterSignatory");

    static final ProcessVariable<Instant> DRAFT_DUE_AT = ProcessVariable.moment("draftDueAt");
    static final ProcessVariable<Instant> REVIEW_DUE_AT = ProcessVariable.moment("reviewDueAt");
    static final ProcessVariable<Instant> SIGNING_DUE_AT = ProcessVariable.moment("signingDueAt");

    static final ProcessVariable<Boolean> REVISION = ProcessVariable.flag("revision");
    static final ProcessVariable<String> RECOMMENDATION = ProcessVariable.text("recommendation");
    static final ProcessVariable<Boolean> SIGNED = ProcessVariable.flag("signed");

    private AgreementProcess() {}

    /** What the message that asks for a revision brings; gone with its transaction. */
    static final class Brought {

        static final ProcessVariable<String> REVISION_REASON = ProcessVariable.text("revisionReason");
        static final ProcessVariable<String> REQUESTED_BY = ProcessVariable.text("requestedBy");

        private Brought() {}
    }

    static void identify(DelegateExecution execution, AgreementFacts agreement) {
        OFFICE.set(execution, agreement.organisation());
        YEAR.set(execution, agreement.fiscalYear().toString());
        AGREEMENT_KEY.set(execution, agreement.key());
        OFFICE_LEVEL.set(execution, agreement.level());
        REVISION.set(execution, false);
    }

    static Caller caller(DelegateExecution execution) {
        return Caller.now(execution.getProcessEngineServices().getIdentityService());
    }

    /** What the table answered, which is kept with the agreement and not with the case. */
    static List<CalendarLine> takeCalendar(DelegateExecution execution) {
        List<CalendarLine> lines = CALENDAR.in(execution);
        CALENDAR.remove(execution);
        return lines;
    }

    static void offer(DelegateExecution execution, Parties parties) {
        APA_TEAM.set(execution, parties.apaTeam());
        OFFICE_HEAD.set(execution, parties.officeHead());
        REVIEWERS.set(execution, parties.reviewers());
        COUNTER_SIGNATORY.set(execution, parties.counterSignatory());
    }
}
