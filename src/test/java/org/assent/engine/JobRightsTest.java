package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Jobs that belong to no case are the system's, not everybody's. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class JobRightsTest {

    @Autowired
    ProcessEngine engine;

    private ManagementService management;
    private Batch batch;
    private String job;

    @BeforeEach
    void somethingForManyCases() {
        management = engine.getManagementService();
        batch = engine.getRuntimeService().deleteProcessInstancesAsync(List.of("no-such-case"), "tried");
        job = management
                .createJobQuery()
                .jobDefinitionId(batch.getSeedJobDefinitionId())
                .singleResult()
                .getId();
    }

    @AfterEach
    void isGone() {
        engine.getIdentityService().clearAuthentication();
        management.deleteBatch(batch.getId(), true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"npo-liaison", "programme-officers", "process-owners", "account-administrators"})
    void officials_do_not_find_them(String group) {
        engine.getIdentityService().setAuthentication("somebody", List.of(group));

        assertThat(management.createJobQuery().jobId(job).count()).isZero();
        assertThat(management.createJobQuery().jobId(job).singleResult()).isNull();
        assertThat(management.createJobQuery().listPage(0, 1000))
                .noneMatch(found -> found.getProcessDefinitionKey() == null);
        assertThatThrownBy(() -> management.getJobExceptionStacktrace(job)).isInstanceOf(AuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"auditors", "camunda-admin"})
    void whoever_reads_the_system_finds_them(String group) {
        engine.getIdentityService().setAuthentication("somebody", List.of(group));

        assertThat(management.createJobQuery().jobId(job).count()).isOne();
        assertThat(management.createJobQuery().jobId(job).list()).hasSize(1);
        assertThat(management.getJobExceptionStacktrace(job)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"npo-liaison", "process-owners", "auditors"})
    void nobody_else_changes_runs_or_removes_them(String group) {
        engine.getIdentityService().setAuthentication("somebody", List.of(group));

        List.<ThrowingCallable>of(
                        () -> management.setJobRetries(job, 0),
                        () -> management.setJobDuedate(job, new Date(0)),
                        () -> management.setJobPriority(job, 7),
                        () -> management.executeJob(job),
                        () -> management.deleteJob(job))
                .forEach(change -> assertThatThrownBy(change).isInstanceOf(AuthorizationException.class));

        engine.getIdentityService().clearAuthentication();
        assertThat(management.createJobQuery().jobId(job).singleResult()).satisfies(left -> {
            assertThat(left.getRetries()).isEqualTo(3);
            assertThat(left.getPriority()).isZero();
        });
    }

    @Test
    void an_administrator_repeats_them() {
        engine.getIdentityService().setAuthentication("somebody", List.of("camunda-admin"));

        management.setJobRetries(job, 2);

        assertThat(management.createJobQuery().jobId(job).singleResult().getRetries())
                .isEqualTo(2);
    }
}
