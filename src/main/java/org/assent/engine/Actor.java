package org.assent.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who completes the task that brought the token here. Public: delegates record it. */
public final class Actor {

    private Actor() {}

    /** The user id; {@code system} when a timer or a job moved the token. */
    public static String of(DelegateExecution execution) {
        Authentication who =
                execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        return who == null || who.getUserId() == null ? "system" : who.getUserId();
    }
}
