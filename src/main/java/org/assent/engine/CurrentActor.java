package org.assent.engine;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.BpmnExecutionContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Who is at work in this thread, and on which case. Public: the ledger names them. */
@Component
public class CurrentActor implements SmartInitializingSingleton {

    private final ObjectProvider<IdentityService> identities;
    private volatile @Nullable IdentityService identity;

    CurrentActor(ObjectProvider<IdentityService> identities) {
        this.identities = identities;
    }

    /** Until now the engine was being built, and deployed its models by itself. */
    @Override
    public void afterSingletonsInstantiated() {
        identity = identities.getObject();
    }

    /** The user id; {@code system} when the application acts by itself. */
    public String id() {
        IdentityService known = identity;
        String user = known == null ? null : Caller.now(known).user();
        return user == null ? "system" : user;
    }

    /** Id of the root process instance whose step this thread is in; null outside of steps. */
    public @Nullable String rootCase() {
        BpmnExecutionContext step = Context.getBpmnExecutionContext();
        return step == null ? null : step.getExecution().getRootProcessInstanceId();
    }
}
