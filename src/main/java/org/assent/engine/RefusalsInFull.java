package org.assent.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Lets a refusal out of the engine as it is; around what a listener throws the engine wraps a sentence of its own. */
final class RefusalsInFull extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (ProcessEngineException wrapped) {
            if (wrapped.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw wrapped;
        }
    }
}
