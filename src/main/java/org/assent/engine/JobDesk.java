package org.assent.engine;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What the engine does by itself: which jobs are due, which run, what comes next. Jobs of no process (the engine's own
 * housekeeping, such as history clean-up) are waited for while they run, but are neither due nor next. Public: the
 * clock asks it.
 */
@Component
public final class JobDesk {

    private static final Logger log = LoggerFactory.getLogger(JobDesk.class);
    private static final int MORE_THAN_HOUSEKEEPING_HAS = 100;

    private final ProcessEngineConfigurationImpl engine;
    private final ManagementService management;
    private final AcquisitionGate gate;

    JobDesk(ProcessEngine engine, AcquisitionGate gate) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.management = engine.getManagementService();
        this.gate = gate;
    }

    /** Runs this as nobody: the clock belongs to all cases, whatever the person who moves it may see. */
    public <T> T asTheEngine(Supplier<T> work) {
        IdentityServiceImpl identity = (IdentityServiceImpl) engine.getIdentityService();
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return work.get();
        } finally {
            identity.setAuthentication(caller);
        }
    }

    /** While this runs the job executor starts nothing new. */
    public <T> T whileNothingStarts(Supplier<T> work) {
        return gate.whileClosed(work);
    }

    public boolean isExecutorActive() {
        JobExecutor executor = engine.getJobExecutor();
        return executor != null && executor.isActive();
    }

    public void wakeExecutor() {
        engine.getJobExecutor().jobWasAdded();
    }

    /** Something runs, or could. Running is asked first: what a running job leaves behind is then seen as due. */
    public boolean isBusy() {
        return management.createJobQuery().acquired().count() > 0
                || !ofProcesses(due()).isEmpty();
    }

    /** The jobs that run now or could run now, the earliest first. */
    public List<DueJob> dueJobs() {
        return ofProcesses(due()).stream().map(this::describe).toList();
    }

    /** The earliest timer, or repetition of a failed job, that is still to come. */
    public Optional<DueJob> nextJob() {
        JobQuery later =
                management.createJobQuery().active().withRetriesLeft().duedateHigherThan(Date.from(EngineClock.now()));
        return later.orderByJobDuedate().asc().listPage(0, MORE_THAN_HOUSEKEEPING_HAS).stream()
                .filter(JobDesk::isOfProcess)
                .findFirst()
                .map(this::describe);
    }

    /** Runs a due job here and now. A failure is recorded with the job, as the executor would. */
    public void run(DueJob job) {
        try {
            management.executeJob(job.id());
        } catch (RuntimeException recordedWithTheJob) {
            log.info("{} failed: {}", job.what(), recordedWithTheJob.getClass().getSimpleName());
        }
    }

    /** Those of these jobs that have been tried, failed, and are still there. */
    public Set<String> failed(Collection<DueJob> jobs) {
        Set<String> ids = jobs.stream().map(DueJob::id).collect(Collectors.toCollection(HashSet::new));
        if (ids.isEmpty()) {
            return ids;
        }
        return management.createJobQuery().jobIds(ids).withException().list().stream()
                .map(Job::getId)
                .collect(Collectors.toSet());
    }

    /** For the start of a desk that is the only one on its database: locks of an executor that was killed. */
    public void releaseLocks() {
        management.createJobQuery().acquired().list().forEach(job -> engine.getCommandExecutorTxRequired()
                .execute(new UnlockJobCmd(job.getId())));
    }

    private List<Job> due() {
        return management
                .createJobQuery()
                .active()
                .executable()
                .orderByJobDuedate()
                .asc()
                .list();
    }

    private static List<Job> ofProcesses(List<Job> jobs) {
        return jobs.stream().filter(JobDesk::isOfProcess).toList();
    }

    private static boolean isOfProcess(Job job) {
        return job.getProcessDefinitionKey() != null;
    }

    private DueJob describe(Job job) {
        Instant due =
                job.getDuedate() == null ? EngineClock.now() : job.getDuedate().toInstant();
        var definition = engine.getRepositoryService().getProcessDefinition(job.getProcessDefinitionId());
        String process = definition.getName() == null ? definition.getKey() : definition.getName();
        String what = Stream.of(process, step(job), businessKey(job))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(", "));
        return new DueJob(job.getId(), due, what, job.getTenantId());
    }

    private String step(Job job) {
        var definition = management
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult();
        if (definition == null) {
            return "";
        }
        // the body of a multi-instance step bears the step's id and a suffix
        String id = definition.getActivityId().split("#", 2)[0];
        var element = engine.getRepositoryService()
                .getBpmnModelInstance(job.getProcessDefinitionId())
                .getModelElementById(id);
        String name = element == null ? null : element.getAttributeValue("name");
        return name == null ? id : name.replaceAll("\\s+", " ");
    }

    private String businessKey(Job job) {
        if (job.getProcessInstanceId() == null) {
            return "";
        }
        var instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null ? "" : instance.getBusinessKey();
    }
}
