package org.assent.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.management.MetricsQuery;
import org.camunda.bpm.engine.runtime.JobQuery;

/**
 * The engine's management service. Its figures are kept from whoever may not read the system, because they count all
 * cases together, and so are jobs that belong to no case; and who may not run a job is refused before it is tried: the
 * engine counts the refusal as a failure of the job, so that three refusals would stop the closing date of somebody
 * else's nomination.
 */
final class CheckedManagement extends ManagementServiceImpl {

    CheckedManagement(ProcessEngineConfigurationImpl engine) {
        super(engine);
    }

    @Override
    public MetricsQuery createMetricsQuery() {
        commandExecutor.execute(context -> {
            context.getAuthorizationManager().checkAuthorization(SystemPermissions.READ, Resources.SYSTEM, ANY);
            return null;
        });
        return super.createMetricsQuery();
    }

    @Override
    public JobQuery createJobQuery() {
        return new JobsOfCases(commandExecutor);
    }

    @Override
    public void executeJob(String id) {
        commandExecutor.execute(context -> {
            JobEntity job = context.runWithoutAuthorization(
                    () -> context.getJobManager().findJobById(id));
            if (job != null) {
                context.getProcessEngineConfiguration()
                        .getCommandCheckers()
                        .forEach(rights -> rights.checkUpdateJob(job));
            }
            return null;
        });
        super.executeJob(id);
    }
}
