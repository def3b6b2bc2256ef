package org.assent.mail;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Component;

/** The letters that lie in the folder, to be read by people; with a mail server configured it is empty. */
// public: the page that shows the outbox
@Component
public class Outbox {

    private final Path folder;

    Outbox(MailSettings settings) {
        this.folder = settings.folder();
    }

    /** Newest first. */
    public List<OutboxMail> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(this::isLetter)
                    .map(this::read)
                    .sorted(comparing(OutboxMail::date, nullsFirst(naturalOrder()))
                            .thenComparing(OutboxMail::name)
                            .reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public OutboxMail read(String name) {
        return open(name, letter -> {
            List<Attachment> attachments = new ArrayList<>();
            String text = gather(letter, attachments);
            Date date = letter.getSentDate();
            return new OutboxMail(
                    name,
                    header(letter, Envelope.KEY_HEADER),
                    addresses(letter.getRecipients(RecipientType.TO)),
                    header(letter, "Subject"),
                    date == null ? null : date.toInstant(),
                    text,
                    attachments.stream().map(Attachment::name).toList());
        });
    }

    /** One attachment of a letter, as it was sent. */
    public Attachment attachment(String name, String attachment) {
        return open(name, letter -> {
            List<Attachment> attachments = new ArrayList<>();
            gather(letter, attachments);
            return attachments.stream()
                    .filter(candidate -> candidate.name().equals(attachment))
                    .findFirst()
                    .orElseThrow(() -> new Refusal("This mail has no such attachment."));
        });
    }

    private <T> T open(String name, Reading<T> reading) {
        if (!isLetter(name)) {
            throw new Refusal("There is no such mail in the outbox.");
        }
        try (InputStream in = Files.newInputStream(folder.resolve(name))) {
            return reading.of(new MimeMessage(Session.getInstance(new Properties()), in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("A mail in the outbox cannot be read.", e);
        }
    }

    /** Only names that the post itself gives: no folder, no hidden file, no link to elsewhere. */
    private boolean isLetter(String name) {
        return name.matches("[A-Za-z0-9_~-][A-Za-z0-9._~-]*\\.eml")
                && Files.isRegularFile(folder.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    private static String gather(Part part, List<Attachment> attachments) throws MessagingException, IOException {
        String file = part.getFileName();
        if (file != null) {
            String type = part.getContentType().replaceAll(";[\\s\\S]*", "").strip();
            attachments.add(new Attachment(
                    MimeUtility.decodeText(file), type, part.getInputStream().readAllBytes()));
            return "";
        }
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                text.append(gather(parts.getBodyPart(i), attachments));
            }
            return text.toString();
        }
        return content instanceof String text ? text : "";
    }

    private static String header(MimeMessage letter, String name) throws MessagingException, IOException {
        String value = letter.getHeader(name, null);
        return value == null ? "" : MimeUtility.decodeText(MimeUtility.unfold(value));
    }

    private static String addresses(Address[] addresses) {
        return addresses == null
                ? ""
                : Arrays.stream(addresses)
                        .map(address ->
                                address instanceof InternetAddress known ? known.toUnicodeString() : address.toString())
                        .collect(Collectors.joining(", "));
    }

    private interface Reading<T> {

        T of(MimeMessage letter) throws MessagingException, IOException;
    }
}
