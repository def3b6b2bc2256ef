package org.assent.engine;

import java.util.List;

/** Who acts for whom. Public: deputation answers, with what is in force at this very moment. */
public interface Deputies {

    List<Acting> of(String deputy);

    /** Whether the one was ever appointed for the other, in force or over. */
    boolean wereAppointed(String deputy, String principal);

    /** Keeps that the deputy completed a task in the principal's name. */
    void completed(Acting acting, String task, String caseKey);
}
