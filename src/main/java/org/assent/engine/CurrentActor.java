package org.assent.engine;

import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Who is at work in this thread. Public: the ledger names them. */
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
}
