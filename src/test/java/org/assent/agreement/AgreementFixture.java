package org.assent.agreement;

import java.util.List;
import org.assent.engine.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opened agreements for tests that do not walk the whole case. Public: the tests of drafting, review, signing, monitoring
 * and evaluation use it.
 */
@Component
@Transactional
public class AgreementFixture {

    private final AgreementService service;
    private final Agreements agreements;

    AgreementFixture(AgreementService service, Agreements agreements) {
        this.service = service;
        this.agreements = agreements;
    }

    /** With the calendar of its level and year; opened once however often it is asked for; returns its key. */
    public String opened(String organisation, String fiscalYear) {
        String key = organisation + "/" + fiscalYear;
        if (!agreements.existsByAgreementKey(key)) {
            String level = service.register(
                            organisation,
                            fiscalYear,
                            new Caller("cabinet-reviewer", List.of("cabinet-reviewers"), List.of()))
                    .level()
                    .name();
            service.schedule(key, CalendarTable.lines(level, fiscalYear));
        }
        return key;
    }

    public void enter(String key, AgreementState state) {
        service.enter(key, state, "system");
    }

    public String inForce(String organisation, String fiscalYear) {
        String key = opened(organisation, fiscalYear);
        enter(key, AgreementState.IN_FORCE);
        return key;
    }

    /** Without asking whose team it is or which day. */
    public void revisionAsked(String key, String reason, String by) {
        Agreement agreement = agreements.findByAgreementKey(key).orElseThrow();
        agreement.askForRevision(
                reason, by, agreement.facts().dueAt(CalendarStep.REVISION_UNTIL).minusSeconds(1));
    }
}
