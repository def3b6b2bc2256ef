package org.assent.monitoring;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assent.agreement.AgreementFacts;
import org.assent.agreement.AgreementRegister;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this process. Each letter has its own key, so a second quarter's reminder never repeats the first's. */
@Configuration(proxyBeanMethods = false)
class MonitoringMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final AgreementRegister agreements;
    private final OrganisationRegister organisations;
    private final MonitoringRegister monitoring;

    MonitoringMails(AgreementRegister agreements, OrganisationRegister organisations, MonitoringRegister monitoring) {
        this.agreements = agreements;
        this.organisations = organisations;
        this.monitoring = monitoring;
    }

    @Bean
    MailTemplate remindReport() {
        return MailTemplate.of("remindReport", key -> {
            OrganisationFacts office = office(key);
            return monitoring.quarters(key).stream()
                    .filter(quarter -> quarter.lateNotedAt() != null)
                    .map(quarter -> new Message(
                            key + ".remindReport.Q" + quarter.quarter(),
                            List.of(office.teamAddress()),
                            office.name() + ": the report of quarter " + quarter.quarter() + " was due on "
                                    + DAY.format(quarter.dueOn()),
                            "The report of quarter " + quarter.quarter() + " on the agreement of " + year(key)
                                    + " was due on " + DAY.format(quarter.dueOn())
                                    + " and has not been sent. It is recorded as late.\n\nIt can be sent until "
                                    + DAY.format(quarter.closesOn()) + "; after that it counts as missing.\n",
                            List.of()))
                    .toList();
        });
    }

    @Bean
    MailTemplate tellMissingReport() {
        return MailTemplate.of("tellMissingReport", key -> {
            OrganisationFacts office = office(key);
            return monitoring.quarters(key).stream()
                    .filter(quarter -> quarter.missingNotedAt() != null)
                    .map(quarter -> new Message(
                            key + ".tellMissingReport.Q" + quarter.quarter(),
                            List.of(
                                    office.teamAddress(),
                                    office.headAddress(),
                                    organisations.above(office).teamAddress()),
                            office.name() + ": the report of quarter " + quarter.quarter() + " is missing",
                            office.name() + " did not report quarter " + quarter.quarter() + " of its agreement of "
                                    + year(key) + " by " + DAY.format(quarter.closesOn())
                                    + ". The report is recorded as missing.\n\nThe quarter’s figures may still be"
                                    + " brought into the next report.\n",
                            List.of()))
                    .toList();
        });
    }

    @Bean
    MailTemplate remindHalfYear() {
        return MailTemplate.of("remindHalfYear", key -> {
            OrganisationFacts office = office(key);
            return List.of(new Message(
                    key + ".remindHalfYear",
                    List.of(organisations.above(office).teamAddress()),
                    office.name() + ": the half-year’s evaluation was due on "
                            + DAY.format(agreements.agreement(key).date("halfYearDue")),
                    "The half-year of the agreement of " + office.name() + " for " + year(key)
                            + " has not been evaluated yet. The task waits in your list.\n",
                    List.of()));
        });
    }

    private OrganisationFacts office(String key) {
        return organisations.organisation(agreements.agreement(key).organisation());
    }

    private String year(String key) {
        AgreementFacts agreement = agreements.agreement(key);
        return agreement.fiscalYear().toString();
    }
}
