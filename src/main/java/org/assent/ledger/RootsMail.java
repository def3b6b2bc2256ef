package org.assent.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;

/** Sends the roots to somebody outside, gathered for some time; how far it is stands in a file beside the keys. */
final class RootsMail {

    private static final int MOST = 2_000;

    private final LedgerSettings settings;
    private final Sealing sealing;
    private final ObjectProvider<MailSender> server;
    private Instant last = Instant.EPOCH;

    RootsMail(LedgerSettings settings, Sealing sealing, ObjectProvider<MailSender> server) {
        this.settings = settings;
        this.sealing = sealing;
        this.server = server;
    }

    void send() {
        Instant now = Instant.now();
        if (settings.mailTo().isBlank() || Duration.between(last, now).compareTo(settings.mailEvery()) < 0) {
            return;
        }
        Path note = settings.path().resolve("mailed");
        try {
            long sent =
                    Files.exists(note) ? Long.parseLong(Files.readString(note).strip()) : 0;
            List<Seal> seals = sealing.after(sent).stream().limit(MOST).toList();
            if (seals.isEmpty()) {
                return;
            }
            long first = seals.get(0).number();
            long newest = seals.get(seals.size() - 1).number();
            SimpleMailMessage mail = new SimpleMailMessage();
            mail.setTo(settings.mailTo());
            mail.setFrom(settings.mailFrom());
            mail.setSubject("Roots " + first + " to " + newest + " of the ledger");
            StringBuilder lines = new StringBuilder();
            seals.forEach(seal -> lines.append(seal.line()).append('\n'));
            mail.setText(lines.toString());
            server.getObject().send(mail);
            Files.writeString(note, Long.toString(newest));
            last = now;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
