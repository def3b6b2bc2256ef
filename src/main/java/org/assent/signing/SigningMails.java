package org.assent.signing;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.organisation.OrganisationFacts;
import org.assent.scheme.FiscalYear;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters of this process. */
@Configuration(proxyBeanMethods = false)
class SigningMails {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Signings signings;
    private final Posts posts;

    SigningMails(Signings signings, Posts posts) {
        this.signings = signings;
        this.posts = posts;
    }

    @Bean
    MailTemplate remindSigning() {
        return MailTemplate.of("remindSigning", this::reminder);
    }

    @Bean
    MailTemplate tellSigned() {
        return MailTemplate.of("tellSigned", this::news);
    }

    /** To whoever's turn it is when the letter is written; to nobody if both have decided meanwhile. */
    private List<Message> reminder(String key) {
        Signing signing = latest(key);
        if (signing.isRefused()) {
            return List.of();
        }
        return signing.next().stream()
                .map(seat -> new Message(
                        key + ".remindSigning." + signing.documentVersion() + "." + seat.name(),
                        List.of(posts.office(key, seat).headAddress()),
                        "Your signature is awaited: " + title(key),
                        "The " + title(key) + ", version " + signing.documentVersion()
                                + ", should have been signed by "
                                + day(signing.dueAt().minusMillis(1))
                                + ". It waits for your signature in Tasklist.\n",
                        List.of()))
                .toList();
    }

    private List<Message> news(String key) {
        Signing signing = latest(key);
        StringBuilder text = new StringBuilder("The " + title(key) + ", version " + signing.documentVersion()
                + ", has been signed and is in force:\n\n");
        signing.signatures().forEach(signature -> text.append(signature.post())
                .append(": ")
                .append(signature.name())
                .append(", ")
                .append(day(signature.at()))
                .append('\n'));
        text.append("\nFingerprint of the signed document (SHA-256): ")
                .append(signing.signatures().get(0).sha256())
                .append('\n');
        return Stream.of(Seat.values())
                .map(seat -> posts.office(key, seat))
                .distinct()
                .map(office -> new Message(
                        key + ".tellSigned." + signing.documentVersion() + "." + office.code(),
                        addresses(office),
                        "Signed: " + title(key),
                        text.toString(),
                        List.of()))
                .toList();
    }

    private static List<String> addresses(OrganisationFacts office) {
        return Stream.of(office.headAddress(), office.teamAddress())
                .filter(address -> !address.isBlank())
                .distinct()
                .toList();
    }

    private String title(String key) {
        return "performance agreement of " + posts.office(key, Seat.HEAD).name() + " for " + key.split("/", 2)[1];
    }

    private static String day(java.time.Instant instant) {
        return ZonedDateTime.ofInstant(instant, FiscalYear.DHAKA).format(DAY);
    }

    private Signing latest(String key) {
        return signings.findFirstByAgreementKeyOrderByIdDesc(key).orElseThrow();
    }
}
