package org.assent.access;

import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assent.access.MoreRights.Rights;
import org.assent.engine.Caller;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sends a request, before the engine knows it as well as after: the one way in which the doors ask. */
@Component
final class Callers {

    private final ObjectProvider<IdentityService> identity;
    private final ObjectProvider<EngineUsers> users;

    /** Doors are made before the engine. */
    Callers(ObjectProvider<IdentityService> identity, ObjectProvider<EngineUsers> users) {
        this.identity = identity;
        this.users = users;
    }

    /** With all rights of this moment; nobody, without any, where no login came with the request. */
    Caller now() {
        Caller known = Caller.now(identity.getObject());
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (known.user() != null || login == null || !login.isAuthenticated()) {
            return known;
        }
        Rights rights = users.getObject().of(login.getName());
        return new Caller(login.getName(), rights.groups(), rights.tenants());
    }

    boolean areIn(Set<String> groups) {
        return now().groups().stream().anyMatch(groups::contains);
    }

    /** What the engine says to this when the sender asks it; no to nobody. */
    boolean hear(BooleanSupplier question) {
        IdentityService engine = identity.getObject();
        Caller caller = now();
        if (caller.user() == null) {
            return false;
        }
        if (engine.getCurrentAuthentication() != null) {
            return question.getAsBoolean();
        }
        try {
            engine.setAuthentication(caller.user(), caller.groups(), caller.tenants());
            return question.getAsBoolean();
        } finally {
            engine.clearAuthentication();
        }
    }
}
