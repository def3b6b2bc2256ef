package org.assent.mail;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** The mail server did not take a letter; says which and what kind of failure, never to whom. */
class MailNotSent extends RuntimeException {

    MailNotSent(String key, MailException reason) {
        super("The mail server did not take the message " + key + " (" + kinds(reason) + ").");
    }

    private static String kinds(MailException reason) {
        Stream<Throwable> nested = reason instanceof MailSendException several
                ? Arrays.stream(several.getMessageExceptions()).map(Throwable.class::cast)
                : Stream.empty();
        return Stream.concat(Stream.of(reason), nested)
                .map(failure -> failure.getClass().getSimpleName())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
