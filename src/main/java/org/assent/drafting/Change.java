package org.assent.drafting;

import java.time.Instant;

/**
 * What somebody else has changed since a draft was opened. Public: the editor shows it to whoever saves later.
 *
 * @param key of the item; empty for the document
 * @param number of the item as it is printed; empty for the document
 * @param field as the content names it; {@code item} where a whole item came or went, {@code place} where it was moved
 * @param before what stood there when the later writer opened the draft
 * @param theirs what stands there now
 * @param mine what the later writer has
 * @param by who changed it, and when
 * @param both whether the later writer changed it too, to something else
 */
public record Change(
        String key,
        String number,
        String field,
        String before,
        String theirs,
        String mine,
        String by,
        Instant at,
        boolean both) {}
