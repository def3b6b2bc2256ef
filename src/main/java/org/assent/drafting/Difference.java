package org.assent.drafting;

/**
 * What one version of a document says otherwise than another. Public: revisions and pages show it.
 *
 * @param key of the item; empty for the document
 * @param number of the item as it is printed; empty for the document
 * @param field as the content names it; {@code item} where a whole item came or went, {@code place} where it was moved
 * @param label the same in words: {@code Weight}
 */
public record Difference(String key, String number, String field, String label, String before, String after) {}
