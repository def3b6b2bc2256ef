package org.assent.mail;

import java.util.List;

/** One letter; its key is its identity and never changes, so that a repetition can be told from a second letter. */
// public: the capabilities write their own letters
public record Message(String key, List<String> to, String subject, String text, List<Attachment> attachments) {

    public Message {
        if (key.isBlank() || key.length() > 200) {
            throw new IllegalArgumentException("A message needs a key of at most 200 characters.");
        }
        if (to.isEmpty()) {
            throw new IllegalArgumentException("The message " + key + " has no recipient.");
        }
        for (String address : to) {
            // whoever puts a line break into an address wants a header of his own: refused, not repaired
            if (!address.equals(oneLine(address))) {
                throw new IllegalArgumentException("A recipient of the message " + key + " is not an address.");
            }
        }
        to = List.copyOf(to);
        subject = oneLine(subject);
        attachments = List.copyOf(attachments);
    }

    /** Line breaks and other control characters, which would start a new header, become a space; marks that turn a line around go. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
    }
}
