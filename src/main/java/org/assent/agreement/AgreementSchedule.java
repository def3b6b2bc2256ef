package org.assent.agreement;

import static org.assent.agreement.AgreementProcess.DRAFT_DUE_AT;
import static org.assent.agreement.AgreementProcess.REVIEW_DUE_AT;
import static org.assent.agreement.AgreementProcess.REVISION;
import static org.assent.agreement.AgreementProcess.SIGNING_DUE_AT;

import java.util.Date;
import java.util.Map;
import org.assent.engine.Schedule;
import org.springframework.stereotype.Component;

/** The dates that drafting, review and signing are handed; the later parts look their own up. */
@Component
class AgreementSchedule implements Schedule {

    private final AgreementService agreements;
    private final AgreementRegister register;

    AgreementSchedule(AgreementService agreements, AgreementRegister register) {
        this.agreements = agreements;
        this.register = register;
    }

    @Override
    public String process() {
        return AgreementProcess.KEY;
    }

    @Override
    public Map<String, Date> dates(String businessKey, Map<String, Object> variables) {
        return register.find(businessKey)
                .map(known -> dates(businessKey, Boolean.TRUE.equals(variables.get(REVISION.name()))))
                .orElse(Map.of());
    }

    Map<String, Date> dates(String key, boolean revision) {
        var due = agreements.dueDates(key, revision);
        return Map.of(
                DRAFT_DUE_AT.name(), Date.from(due.draft()),
                REVIEW_DUE_AT.name(), Date.from(due.review()),
                SIGNING_DUE_AT.name(), Date.from(due.signing()));
    }
}
