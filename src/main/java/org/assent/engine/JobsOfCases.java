package org.assent.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import java.util.List;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.JobQueryImpl;
import org.camunda.bpm.engine.impl.Page;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** Jobs as the caller may see them: those that belong to no case are found by whoever reads the system, not by everybody. */
final class JobsOfCases extends JobQueryImpl {

    private static final long serialVersionUID = 1;

    JobsOfCases(CommandExecutor engine) {
        super(engine);
    }

    @Override
    public long executeCount(CommandContext context) {
        return readsSystem(context)
                ? super.executeCount(context)
                : ofCases(context).size();
    }

    @Override
    public List<Job> executeList(CommandContext context, @Nullable Page page) {
        if (readsSystem(context)) {
            return super.executeList(context, page);
        }
        List<Job> all = ofCases(context);
        return page == null
                ? all
                : all.stream()
                        .skip(page.getFirstResult())
                        .limit(page.getMaxResults())
                        .toList();
    }

    /** The database cannot be asked for these: the engine's statement is what it is. */
    private List<Job> ofCases(CommandContext context) {
        return super.executeList(context, null).stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .toList();
    }

    private static boolean readsSystem(CommandContext context) {
        return !context.isAuthorizationCheckEnabled()
                || context.getAuthorizationManager().isAuthorized(SystemPermissions.READ, Resources.SYSTEM, ANY);
    }
}
