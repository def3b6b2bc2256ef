package org.assent.engine;

import java.util.Collection;

/** Knows of finished cases, by a record that whoever writes their rows cannot write, since when they are over. */
public interface RetentionProof {

    /**
     * @param rootCase the id of the case whose history goes, or of the one that called it
     * @param instances the process instances of it that go
     * @throws Refusal if its record is broken, or says that the time of retention of one of them is not over
     */
    void demandOver(String rootCase, Collection<String> instances);
}
