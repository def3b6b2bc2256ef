package org.assent.notification;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads an APO Project Notification. Public: the import offers it to officials and to programs. */
public final class NotificationReader {
    private static final int MAX_BYTES = 10 * 1024 * 1024;
    private static final int MAX_TEXT_BYTES = 1024 * 1024;

    private NotificationReader() {}

    /**
     * @param mediaType application/pdf or text/plain, parameters allowed
     * @throws UnreadableNotification if the file as such cannot be opened
     */
    public static ReadNotification read(byte[] content, String mediaType) {
        String type = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (!type.equals("application/pdf") && !type.equals("text/plain")) {
            throw new UnreadableNotification(
                    "A notification is read from a PDF or a plain text, and this file is neither.");
        }
        boolean pdf = type.equals("application/pdf");
        if (content.length == 0) {
            throw new UnreadableNotification("This file is empty.");
        }
        if (content.length > (pdf ? MAX_BYTES : MAX_TEXT_BYTES)) {
            throw new UnreadableNotification("This file is too large to be a notification.");
        }
        String head = new String(content, 0, Math.min(content.length, 1024), StandardCharsets.ISO_8859_1);
        if (pdf != head.contains("%PDF-")) {
            throw new UnreadableNotification(
                    pdf
                            ? "This file is not a PDF, although it was sent as one."
                            : "This file is a PDF, although it was sent as plain text.");
        }
        List<Line> lines = pdf ? PdfText.lines(content) : PlainText.lines(content, charset(mediaType));
        if (lines.isEmpty()) {
            throw new UnreadableNotification("This file holds no text.");
        }
        return new Reading(lines).result();
    }

    private static @Nullable Charset charset(String mediaType) {
        for (String parameter : mediaType.split(";")) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
                try {
                    return Charset.forName(pair[1].strip().replace("\"", ""));
                } catch (IllegalArgumentException unknown) {
                    throw new UnreadableNotification("The text is in an encoding that is not known here.", unknown);
                }
            }
        }
        return null;
    }
}
