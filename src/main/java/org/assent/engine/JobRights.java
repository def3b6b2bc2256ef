package org.assent.engine;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Rights on jobs that belong to no case (clean-up of history, batches): the engine lets everybody who has logged in read
 * their errors, run, postpone and remove them. Here they are the system's: read by who reads it, changed by who sets it.
 */
final class JobRights extends AuthorizationCommandChecker {

    @Override
    public void checkReadJob(JobEntity job) {
        super.checkReadJob(job);
        demand(SystemPermissions.READ, job);
    }

    @Override
    public void checkUpdateJob(JobEntity job) {
        super.checkUpdateJob(job);
        demand(SystemPermissions.SET, job);
    }

    @Override
    public void checkUpdateRetriesJob(JobEntity job) {
        super.checkUpdateRetriesJob(job);
        demand(SystemPermissions.SET, job);
    }

    private void demand(Permission right, JobEntity job) {
        if (job.getProcessDefinitionKey() == null) {
            getAuthorizationManager().checkAuthorization(right, Resources.SYSTEM, ANY);
        }
    }
}
