package org.assent.print;

import java.time.Instant;

/**
 * What a document says of itself. Public: printing takes it.
 *
 * @param identity with it and the same content a document has the same bytes whenever it is printed
 * @param dated the moment that the document is of, not that of its printing
 */
public record Imprint(String title, String author, String subject, String identity, Instant dated) {}
