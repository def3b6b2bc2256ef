package org.assent.review;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.organisation.OrganisationFacts;
import org.assent.organisation.OrganisationRegister;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letter about a review that nobody gave in time. */
@Configuration(proxyBeanMethods = false)
class ReviewMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ReviewRegister register;
    private final OrganisationRegister organisations;
    private final String coordination;

    ReviewMails(
            ReviewRegister register,
            OrganisationRegister organisations,
            @Value("${assent.coordination-address:}") String coordination) {
        this.register = register;
        this.organisations = organisations;
        this.coordination = coordination;
    }

    @Bean
    MailTemplate escalateReview() {
        return MailTemplate.of("escalateReview", key -> {
            List<ReviewFacts> reviews = register.reviews(key);
            return List.of(letter(reviews.get(reviews.size() - 1)));
        });
    }

    private Message letter(ReviewFacts review) {
        String[] key = review.key().split("/", 2);
        OrganisationFacts office = organisations.organisation(key[0]);
        String due = ZonedDateTime.ofInstant(review.dueAt().minusMillis(1), FiscalYear.DHAKA)
                .format(DAY);
        return new Message(
                review.key() + ".escalateReview." + review.version(),
                List.of(superior(office)),
                "Review overdue: agreement of " + office.name() + " for " + key[1],
                "The review of version " + review.version() + " of the performance agreement of " + office.name()
                        + " for the fiscal year " + key[1] + " was due on " + due
                        + " and has not been given. Please see to it that a reviewer takes it up in Tasklist.\n",
                List.of());
    }

    /** A ministry's review is the Cabinet Division's, and its coordination looks after it; else the superior's head. */
    private String superior(OrganisationFacts office) {
        boolean ofCabinet = office.level() == OfficeLevel.MINISTRY || office.parent() == null;
        if (ofCabinet && !coordination.isBlank()) {
            return coordination;
        }
        return office.parent() == null
                ? office.headAddress()
                : organisations.organisation(office.parent()).headAddress();
    }
}
