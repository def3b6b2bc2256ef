package org.assent.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.springframework.http.ContentDisposition;

/** The name under which a file is handed out. Public: every download and every attachment of a mail has one. */
public final class FileName {

    private static final int LONGEST = 120;

    private FileName() {}

    /** No folder, nothing invisible or turned around, no dot in front, not too long; its ending stays. */
    public static String of(String proposed) {
        String name = Normalizer.normalize(proposed, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[/\\\\:*?\"<>|;%]+", "-")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. -]+|[. -]+$", "");
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 6 ? name.substring(dot) : "";
        String stem = name.substring(0, name.length() - ending.length());
        int letters = Math.min(stem.length(), LONGEST - ending.length());
        if (letters > 0 && letters < stem.length() && Character.isHighSurrogate(stem.charAt(letters - 1))) {
            letters--;
        }
        return stem.isBlank() ? "file" + ending : stem.substring(0, letters).stripTrailing() + ending;
    }

    /** As RFC 6266 has it: always to be saved, never to be shown. */
    public static String asAttachment(String proposed) {
        return ContentDisposition.attachment()
                .filename(of(proposed), StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
