package org.assent.engine;

import java.util.stream.Stream;
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

    /** The user and, where they complete a task as a deputy just now, whom they act for: what bars either bars both. */
    public static Stream<String> and(String user) {
        return Stream.concat(Stream.of(user), ActingNow.by(user).map(Acting::principal).stream());
    }
}
