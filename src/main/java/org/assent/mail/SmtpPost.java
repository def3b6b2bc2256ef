package org.assent.mail;

import jakarta.mail.internet.MimeMessage;
import java.util.stream.IntStream;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands letters to a mail server, each noted in a transaction of its own, so that a job that fails later repeats none. */
class SmtpPost implements Post {

    private final Envelope envelope;
    private final JavaMailSender server;
    private final SentMails sent;
    private final TransactionTemplate alone;
    private final Object[] turns =
            IntStream.range(0, 64).mapToObj(i -> new Object()).toArray();

    SmtpPost(Envelope envelope, JavaMailSender server, SentMails sent, PlatformTransactionManager transactions) {
        this.envelope = envelope;
        this.server = server;
        this.sent = sent;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public void deliver(Message message) {
        // whoever comes second with the same key waits, and then finds it noted
        synchronized (turns[Math.floorMod(message.key().hashCode(), turns.length)]) {
            alone.executeWithoutResult(transaction -> {
                if (!sent.contains(message.key())) {
                    // noted first, committed last: a full connection pool or a second node shows before the sending
                    sent.add(message.key(), envelope.id(message));
                    send(message);
                }
            });
        }
    }

    private void send(Message message) {
        MimeMessage letter = envelope.seal(message);
        try {
            server.send(letter);
        } catch (MailException e) {
            // without its cause: servers repeat the address in their answer, and the engine keeps what is thrown
            throw new MailNotSent(message.key(), e);
        }
    }
}
