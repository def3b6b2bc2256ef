package org.assent.drafting;

/**
 * One thing to mend, in a sentence that an official understands. Public: the editor shows it at its place.
 *
 * @param key of the item; empty for the document
 * @param number of the item as it is printed, {@code 1.2.1}; empty for the document
 * @param field as the content names it; a level of the ladder is {@code ladder.0} to {@code ladder.4}
 * @param stops whether the draft cannot be submitted before it is mended; else it is advice
 */
public record Finding(String key, String number, String field, String sentence, boolean stops) {}
