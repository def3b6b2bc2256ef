package org.assent.signing;

import java.time.Instant;

/**
 * One act of signing, or of refusing to. Public: pages show it.
 *
 * @param office code of the office signed for
 * @param post as printed: {@code Secretary, Ministry of Industries}
 * @param by user id
 * @param name what the person was called that day
 * @param reason of a refusal; empty under a signature
 * @param sha256 of the version's content, worked out anew when this person signed
 */
public record SignatureFacts(
        String key,
        int version,
        Seat seat,
        boolean signed,
        String office,
        String post,
        String by,
        String name,
        String reason,
        Instant at,
        String sha256) {}
