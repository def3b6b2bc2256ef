package org.assent.drafting;

import java.util.List;
import java.util.Map;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the team that its draft is due; once for each time that the draft is with it. */
@Component
@Transactional(readOnly = true)
class DraftingMails implements MailTemplate {

    private final Drafts drafts;
    private final DraftActs acts;
    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;

    DraftingMails(Drafts drafts, DraftActs acts, AgreementRegister agreements, OrganisationRegister organisations) {
        this.drafts = drafts;
        this.acts = acts;
        this.agreements = agreements;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "remindDraft";
    }

    @Override
    public List<Message> compose(String businessKey, Map<String, String> details) {
        Draft draft = drafts.findByAgreementKey(businessKey).orElseThrow();
        if (!draft.isOpen()) {
            return List.of();
        }
        AgreementFacts agreement = agreements.agreement(businessKey);
        OrganisationFacts office = organisations.organisation(agreement.organisation());
        long turn = acts.findByDraftIdOrderById(draft.id()).stream()
                .filter(act -> act.kind() == DraftEvent.Kind.OPENED || act.kind() == DraftEvent.Kind.SENT_BACK)
                .count();
        return List.of(new Message(
                businessKey + ".remindDraft." + turn,
                List.of(office.teamAddress()),
                "The draft of your performance agreement " + agreement.fiscalYear() + " is due",
                """
                To the APA team of %s

                The date by which your %s for the fiscal year %s was to be
                ready for the head of office has come, and it is still with you.

                Please complete it in the tab Agreement of the task "Draft the agreement" and
                declare it ready. This reminder is sent by itself.
                """
                        .formatted(
                                office.name(),
                                draft.revises() == null ? "draft agreement" : "revision of the performance agreement",
                                agreement.fiscalYear()),
                List.of()));
    }
}
