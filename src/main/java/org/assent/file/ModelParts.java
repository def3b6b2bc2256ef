package org.assent.file;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a deployment as the Modeler sends it: models and forms by plain names, without entities of their own. */
final class ModelParts {

    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)filename\\s*(\\*?)\\s*=\\s*(\"[^\"\\r\\n]*\"|[^;\\r\\n]*)");
    private static final Pattern PLAIN =
            Pattern.compile("\"?[\\p{L}\\p{N}][\\p{L}\\p{N} _.-]{0,100}\\.(bpmn|dmn|form)\"?");

    private ModelParts() {}

    static void demand(byte[] request) {
        String body = text(request);
        Matcher names = FILE_NAME.matcher(body);
        boolean any = false;
        while (names.find()) {
            if (isInHeader(body, names.start())) {
                any = true;
                if (!names.group(1).isEmpty()
                        || !PLAIN.matcher(names.group(2)).matches()
                        || names.group(2).contains("..")) {
                    throw new UploadRefused(
                            415,
                            "A deployment holds diagrams, tables and forms (.bpmn, .dmn, .form) under plain names.");
                }
            }
        }
        String upper = body.toUpperCase(Locale.ROOT);
        if (!any || body.indexOf('\0') >= 0 || upper.contains("<!DOCTYPE") || upper.contains("<!ENTITY")) {
            throw unread();
        }
    }

    /** In other letters, which XML may name itself, a DOCTYPE would not be found. */
    private static String text(byte[] request) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request))
                    .toString();
        } catch (CharacterCodingException otherLetters) {
            throw unread();
        }
    }

    private static UploadRefused unread() {
        return new UploadRefused(415, "A deployment holds diagrams, tables and forms in UTF-8 and without a DOCTYPE.");
    }

    private static boolean isInHeader(String body, int at) {
        int line = body.lastIndexOf('\n', at) + 1;
        return body.regionMatches(true, line, "Content-Disposition", 0, 19);
    }
}
