package org.assent.evaluation;

import java.util.List;
import org.assent.agreement.AgreementRegister;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this process. */
@Configuration(proxyBeanMethods = false)
class EvaluationMails {

    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;
    private final AgreementEvaluations evaluations;
    private final AgreementScores scores;
    private final LeagueEditions editions;
    private final LeaguePlaces places;

    EvaluationMails(
            AgreementRegister agreements,
            OrganisationRegister organisations,
            AgreementEvaluations evaluations,
            AgreementScores scores,
            LeagueEditions editions,
            LeaguePlaces places) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.evaluations = evaluations;
        this.scores = scores;
        this.editions = editions;
        this.places = places;
    }

    @Bean
    MailTemplate remindAnnualReport() {
        return MailTemplate.of("remindAnnualReport", key -> {
            OrganisationFacts office = office(key);
            return evaluations.findByAgreementKey(key).filter(one -> one.lateNotedAt() != null).stream()
                    .map(evaluation -> new Message(
                            key + ".remindAnnualReport",
                            List.of(office.teamAddress(), office.headAddress()),
                            office.name() + ": the annual report was due on " + Days.told(evaluation.annualDueOn()),
                            "The annual report on the agreement of "
                                    + agreements.agreement(key).fiscalYear()
                                    + " was due on " + Days.told(evaluation.annualDueOn())
                                    + " and has not been approved yet. It is recorded as late.\n\nIt is taken until "
                                    + Days.told(evaluation.annualClosesOn())
                                    + "; after that the evaluation goes on without the office’s own figures.\n",
                            List.of()))
                    .toList();
        });
    }

    @Bean
    MailTemplate remindEvaluation() {
        return MailTemplate.of("remindEvaluation", key -> {
            OrganisationFacts office = office(key);
            return List.of(new Message(
                    key + ".remindEvaluation",
                    List.of(organisations.above(office).teamAddress()),
                    office.name() + ": the evaluation was due on "
                            + Days.told(agreements.agreement(key).date("evaluationDue")),
                    "The figures of " + office.name() + " for "
                            + agreements.agreement(key).fiscalYear()
                            + " have not been evaluated yet. The task waits in your list; the result is to be published on "
                            + Days.told(agreements.agreement(key).date("publicationDue")) + ".\n",
                    List.of()));
        });
    }

    @Bean
    MailTemplate announceResult() {
        return MailTemplate.of("announceResult", this::result);
    }

    private List<Message> result(String key) {
        OrganisationFacts office = office(key);
        AgreementScore score = scores.findByAgreementKey(key).orElseThrow();
        LeagueEdition edition = editions.findFirstByFiscalYearAndOfficeLevelOrderByEditionDesc(
                        score.fiscalYear().toString(), score.officeLevel())
                .orElseThrow();
        LeaguePlace place = places.of(edition.id(), key).orElseThrow();
        return List.of(new Message(
                key + ".announceResult",
                List.of(office.teamAddress(), office.headAddress()),
                office.name() + ": result of " + score.fiscalYear() + ", "
                        + score.composite().toPlainString(),
                "The result of the agreement of " + office.name() + " for " + score.fiscalYear()
                        + " is published.\n\nScore: " + score.composite().toPlainString() + " (" + score.band()
                        + ")\nPlace: "
                        + place.place() + " among " + edition.offices() + " offices of this level\nAverage: "
                        + edition.average().toPlainString() + ", best "
                        + edition.best().toPlainString() + ", lowest "
                        + edition.worst().toPlainString()
                        + "\n\nHow each figure was scored stands on the page of the agreement.\n",
                List.of()));
    }

    private OrganisationFacts office(String key) {
        return organisations.organisation(agreements.agreement(key).organisation());
    }
}
