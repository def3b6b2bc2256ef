package org.assent.rehearsal;

/** What an official could not do in Tasklist, or what did not happen as it should; the message is for a person. */
final class NotPossible extends RuntimeException {

    NotPossible(String sentence) {
        super(sentence);
    }
}
