package org.assent.engine;

/**
 * Something an official asked for that the rules forbid. The message is the one sentence that the official sees: no
 * ids, no state names, no engine codes. Public: every capability refuses with it.
 */
public final class Refusal extends RuntimeException {

    public Refusal(String sentence) {
        super(sentence);
    }
}
