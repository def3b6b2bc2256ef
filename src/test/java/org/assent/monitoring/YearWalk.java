package org.assent.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.access.EngineUsers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Walks a case through its year: moves the clock from one timer to the next, and submits forms as their officials.
 * Public: the tests of evaluation walk on with it.
 */
public final class YearWalk {

    private final ProcessEngine engine;

    public YearWalk(ProcessEngine engine) {
        this.engine = engine;
    }

    public static void at(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }

    /** Everything that falls due until then happens, each thing at its own moment. */
    public void until(String moment) {
        engine.getIdentityService().clearAuthentication();
        Instant target = Instant.parse(moment);
        for (Job next = next(); next != null && !due(next).isAfter(target); next = next()) {
            if (due(next).isAfter(ClockUtil.getCurrentTime().toInstant())) {
                ClockUtil.setCurrentTime(Date.from(due(next)));
            }
            engine.getManagementService().executeJob(next.getId());
        }
        ClockUtil.setCurrentTime(Date.from(target));
    }

    private Job next() {
        List<Job> jobs = engine.getManagementService()
                .createJobQuery()
                .orderByJobDuedate()
                .asc()
                .list();
        return jobs.stream()
                .filter(job -> job.getProcessDefinitionKey() != null)
                .min(java.util.Comparator.comparing(YearWalk::due))
                .orElse(null);
    }

    private static Instant due(Job job) {
        return job.getDuedate() == null ? Instant.EPOCH : job.getDuedate().toInstant();
    }

    public Task task(String key) {
        Task task = find(key);
        assertThat(task).as("open task %s", key).isNotNull();
        return task;
    }

    public Task find(String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskDefinitionKey(key)
                .initializeFormKeys()
                .singleResult();
    }

    /** What the form shows to this official. */
    public Map<String, Object> form(String user, String key) {
        EngineUsers.actAs(engine.getIdentityService(), user);
        try {
            return engine.getFormService().getTaskFormVariables(task(key).getId());
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public void submit(String user, String key, Map<String, Object> form) {
        String task = task(key).getId();
        EngineUsers.actAs(engine.getIdentityService(), user);
        try {
            engine.getFormService().submitTaskForm(task, form);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    public static Object json(String rows) {
        return SpinValues.jsonValue(rows.replace('\'', '"')).create();
    }
}
