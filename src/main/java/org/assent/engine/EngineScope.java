package org.assent.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;

/** Runs engine calls of the application itself inside one command, without the caller's authorization being asked. */
final class EngineScope {

    private EngineScope() {}

    /** The caller has been checked before: by the engine (a delegate in a user's command) or by the control itself. */
    static <T> T withoutAuthorization(RuntimeService runtime, Supplier<T> calls) {
        if (Context.getCommandContext() != null) {
            return Context.getCommandContext().runWithoutAuthorization(calls::get);
        }
        return ((RuntimeServiceImpl) runtime)
                .getCommandExecutor()
                .execute(context -> context.runWithoutAuthorization(calls::get));
    }
}
