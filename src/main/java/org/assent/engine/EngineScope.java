package org.assent.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RuntimeServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Runs engine calls of the application itself inside one command, without the caller's grants or tenants being asked. */
final class EngineScope {

    private EngineScope() {}

    /** The caller has been checked before: by the engine (a delegate in a user's command) or by the control itself. */
    static <T> T withoutAuthorization(RuntimeService runtime, Supplier<T> calls) {
        if (Context.getCommandContext() != null) {
            return unchecked(Context.getCommandContext(), calls);
        }
        return ((RuntimeServiceImpl) runtime).getCommandExecutor().execute(context -> unchecked(context, calls));
    }

    /** The engine skips grants in delegates, but not tenants: an officer without one could reach no nomination. */
    static <T> T unchecked(CommandContext command, Supplier<T> calls) {
        boolean tenantsAsked = command.isTenantCheckEnabled();
        command.disableTenantCheck();
        try {
            return command.runWithoutAuthorization(calls::get);
        } finally {
            command.setTenantCheckEnabled(tenantsAsked);
        }
    }
}
