package org.assent.notification;

/** The file could not be opened at all; the message is the one sentence the official sees. Public: importers catch it. */
public final class UnreadableNotification extends RuntimeException {

    UnreadableNotification(String sentence) {
        super(sentence);
    }

    UnreadableNotification(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
