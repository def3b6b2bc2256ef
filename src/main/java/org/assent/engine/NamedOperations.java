package org.assent.engine;

import org.camunda.bpm.engine.impl.oplog.UserOperationLogContext;
import org.camunda.bpm.engine.impl.persistence.entity.UserOperationLogManager;

/** Writes a name to every entry of the operation log: where no person asked, it was the application itself. */
final class NamedOperations extends UserOperationLogManager {

    static final String APPLICATION = "assent";

    @Override
    protected void fireUserOperationLog(UserOperationLogContext context) {
        if (context.getUserId() == null) {
            String caller = getAuthenticatedUserId();
            context.setUserId(caller == null || caller.isEmpty() ? APPLICATION : caller);
        }
        super.fireUserOperationLog(context);
    }
}
