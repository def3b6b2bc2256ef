package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/** Who belongs to a group of officials. Public: delegates decide by it whom a task is offered to. */
public final class Members {

    private Members() {}

    /** The group's user ids; the official whose step this is need not be allowed to read users. */
    public static List<String> of(DelegateExecution execution, String group) {
        return Context.getCommandContext().runWithoutAuthorization(() -> execution
                .getProcessEngineServices()
                .getIdentityService()
                .createUserQuery()
                .memberOfGroup(group)
                .orderByUserId()
                .asc()
                .list()
                .stream()
                .map(User::getId)
                .toList());
    }

    /** Those of them who did nothing before in this case that bars them from the task. */
    public static List<String> free(DelegateExecution execution, String group, String task) {
        Bars bars = Bars.of(Context.getCommandContext(), (ExecutionEntity) execution, task);
        return of(execution, group).stream()
                .filter(member -> !bars.apply(member))
                .toList();
    }
}
