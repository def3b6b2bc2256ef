package org.assent.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Date;
import java.util.HexFormat;
import java.util.Properties;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Turns a message into a MIME letter that carries the same Message-ID however often it is written. */
class Envelope {

    static final String KEY_HEADER = "X-Assent-Key";

    private final InternetAddress from;
    private final Clock clock;

    Envelope(String from, Clock clock) {
        this.clock = clock;
        try {
            this.from = address(from);
        } catch (MessagingException e) {
            throw new IllegalStateException("assent.mail.from is not an address: " + from, e);
        }
    }

    MimeMessage seal(Message message) {
        try {
            MimeMessage letter = new IdentifiedLetter(id(message));
            MimeMessageHelper helper =
                    new MimeMessageHelper(letter, !message.attachments().isEmpty(), StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            for (String to : message.to()) {
                helper.addTo(recipient(message, to));
            }
            helper.setSubject(message.subject());
            helper.setText(message.text());
            helper.setSentDate(Date.from(clock.instant()));
            for (Attachment attachment : message.attachments()) {
                helper.addAttachment(
                        attachment.name(), new ByteArrayResource(attachment.content()), attachment.mediaType());
            }
            letter.setHeader(KEY_HEADER, jakarta.mail.internet.MimeUtility.encodeText(message.key(), "UTF-8", "Q"));
            letter.saveChanges();
            return letter;
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The message " + message.key() + " cannot be written.", e);
        }
    }

    String id(Message message) {
        String address = from.getAddress();
        return "<" + fileName(message.key()) + address.substring(address.lastIndexOf('@')) + ">";
    }

    /** The key itself where it can be a file name; else what is left of it, told apart by its hash. */
    static String fileName(String key) {
        if (key.length() <= 120
                && key.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*")
                && !key.endsWith(".")
                && !key.contains("..")) {
            return key;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            String rest = key.replaceAll("[^A-Za-z0-9-]+", "_");
            // a tilde stands in no plain key, so the two kinds never meet
            return rest.substring(0, Math.min(80, rest.length())) + "~"
                    + HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static InternetAddress recipient(Message message, String to) {
        try {
            return address(to);
        } catch (MessagingException e) {
            // without its cause, which repeats the address
            throw new IllegalArgumentException("A recipient of the message " + message.key() + " is not an address.");
        }
    }

    private static InternetAddress address(String text) throws MessagingException {
        InternetAddress address = new InternetAddress(text, true);
        if (address.isGroup() || !address.getAddress().contains("@")) {
            throw new AddressException("not one address");
        }
        try {
            String name = address.getPersonal();
            if (name != null) {
                address.setPersonal(name, "UTF-8");
            }
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    /** Jakarta Mail would give each copy a new identity. */
    private static final class IdentifiedLetter extends MimeMessage {

        private final String id;

        IdentifiedLetter(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
