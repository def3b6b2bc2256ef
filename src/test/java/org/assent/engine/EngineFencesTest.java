package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assent.fence.Fence;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbIdGenerator;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Each fence of the engine is taken away once on the running engine, and is seen to be missing. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class EngineFencesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    List<Fence> fences;

    @Autowired
    EngineMeters meters;

    @Autowired
    DataSource database;

    private ProcessEngineConfigurationImpl settings;
    private Map<String, Fence> rows;

    @BeforeEach
    void byRow() {
        settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        rows = fences.stream().collect(Collectors.toMap(Fence::row, Function.identity(), (one, other) -> one));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "6", "7", "8", "9", "10", "11", "12", "13", "15"})
    void a_fence_of_the_engine_stands(String row) {
        var state = rows.get(row).state();
        assertThat(state.whole()).as(state.sentence()).isTrue();
    }

    @Test
    void row_5_is_broken_without_names_for_what_code_does_or_with_one_entry_for_many_things() {
        broken(
                "5",
                () -> settings.setRestrictUserOperationLogToAuthenticatedUsers(true),
                () -> settings.setRestrictUserOperationLogToAuthenticatedUsers(false));
        broken(
                "5",
                () -> settings.setLogEntriesPerSyncOperationLimit(1),
                () -> settings.setLogEntriesPerSyncOperationLimit(-1));
    }

    @Test
    void what_the_application_does_by_itself_stands_in_the_log_under_its_name() {
        engine.getManagementService().setProperty("assent.test", "seen");
        try {
            assertThat(engine.getHistoryService()
                            .createUserOperationLogQuery()
                            .entityType("Property")
                            .userId(NamedOperations.APPLICATION)
                            .list())
                    .anyMatch(entry -> "assent.test".equals(entry.getNewValue()));
        } finally {
            engine.getManagementService().deleteProperty("assent.test");
        }
    }

    @Test
    void a_call_on_many_cases_stands_in_the_log_of_each_under_the_caller_s_name() {
        var repository = engine.getRepositoryService();
        var runtime = engine.getRuntimeService();
        String model = repository
                .createDeployment()
                .addModelInstance(
                        "many.bpmn",
                        Bpmn.createExecutableProcess("many")
                                .startEvent()
                                .intermediateCatchEvent("waitForAll")
                                .message("assent.test.many")
                                .endEvent()
                                .done())
                .deploy()
                .getId();
        try {
            List<String> cases = Stream.of("one", "two")
                    .map(key -> runtime.startProcessInstanceByKey("many", key).getId())
                    .toList();
            engine.getIdentityService().setAuthentication("operator", List.of("camunda-admin"));

            runtime.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(cases)
                    .suspend();
            runtime.updateProcessInstanceSuspensionState()
                    .byProcessInstanceIds(cases)
                    .activate();
            runtime.createMessageCorrelation("assent.test.many").correlateAll();

            engine.getIdentityService().clearAuthentication();
            assertThat(cases).allSatisfy(one -> assertThat(engine.getHistoryService()
                            .createUserOperationLogQuery()
                            .processInstanceId(one)
                            .userId("operator")
                            .list())
                    .extracting(UserOperationLogEntry::getOperationType)
                    .contains("Suspend", "Activate", "CorrelateMessage"));
        } finally {
            engine.getIdentityService().clearAuthentication();
            repository.deleteDeployment(model, false);
        }
    }

    @Test
    void row_6_is_broken_when_conflicts_of_history_are_skipped() {
        broken(
                "6",
                () -> settings.setSkipHistoryOptimisticLockingExceptions(true),
                () -> settings.setSkipHistoryOptimisticLockingExceptions(false));
    }

    @Test
    void row_7_is_broken_when_nothing_stands_before_the_engine() {
        var guarded = settings.getCommandExecutorTxRequired();
        var behind = settings.getCommandInterceptorsTxRequired().stream()
                .filter(EvidenceKept.class::isInstance)
                .findFirst()
                .orElseThrow()
                .getNext();
        var history = (org.camunda.bpm.engine.impl.HistoryServiceImpl) engine.getHistoryService();
        broken("7", () -> history.setCommandExecutor(behind), () -> history.setCommandExecutor(guarded));
    }

    @Test
    void nobody_changes_or_removes_evidence_not_even_the_administrator() {
        engine.getManagementService().setProperty("assent.test", "kept");
        var entry =
                engine.getHistoryService().createUserOperationLogQuery().list().get(0);
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
        var history = engine.getHistoryService();

        assertThatThrownBy(() -> history.deleteUserOperationLogEntry(entry.getId()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.setAnnotationForOperationLogById(entry.getOperationId(), "it was not me"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.clearAnnotationForOperationLogById(entry.getOperationId()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.deleteHistoricProcessInstance("any")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.deleteHistoricTaskInstance("any")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.deleteHistoricProcessInstancesAsync(List.of("any"), "tidy"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> history.setRemovalTimeToHistoricProcessInstances()
                        .absoluteRemovalTime(new java.util.Date())
                        .byIds("any")
                        .executeAsync())
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> engine.getTaskService().deleteTaskComment("any", "any"))
                .isInstanceOf(Refusal.class);

        engine.getIdentityService().clearAuthentication();
        assertThat(history.createUserOperationLogQuery()
                        .operationId(entry.getOperationId())
                        .count())
                .isPositive();
        engine.getManagementService().deleteProperty("assent.test");
    }

    @Test
    void row_8_is_broken_without_a_window() {
        var from = settings.getHistoryCleanupBatchWindowStartTimeAsDate();
        assertThat(from).isNotNull();
        broken(
                "8",
                () -> settings.setHistoryCleanupBatchWindowStartTimeAsDate(null),
                () -> settings.setHistoryCleanupBatchWindowStartTimeAsDate(from));
    }

    @Test
    void row_8_is_broken_by_a_model_that_is_kept_for_ever() {
        var model = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("signing")
                .latestVersion()
                .singleResult();
        var days = model.getHistoryTimeToLive();
        settings.setEnforceHistoryTimeToLive(false);
        try {
            broken(
                    "8",
                    () -> engine.getRepositoryService().updateProcessDefinitionHistoryTimeToLive(model.getId(), null),
                    () -> engine.getRepositoryService().updateProcessDefinitionHistoryTimeToLive(model.getId(), days));
        } finally {
            settings.setEnforceHistoryTimeToLive(true);
        }
    }

    @Test
    void the_backlog_of_clean_up_is_counted() {
        assertThat(meters.backlog()).isZero();
        assertThat(meters.incidents()).isZero();
    }

    @Test
    void row_9_is_broken_when_java_is_read_from_variables() {
        broken(
                "9",
                () -> settings.setJavaSerializationFormatEnabled(true),
                () -> settings.setJavaSerializationFormatEnabled(false));
        broken(
                "9",
                () -> settings.setDeserializationTypeValidationEnabled(false),
                () -> settings.setDeserializationTypeValidationEnabled(true));
    }

    @Test
    void serialised_java_is_refused() {
        assertThatThrownBy(() -> engine.getRuntimeService()
                        .createProcessInstanceByKey("signing")
                        .setVariable(
                                "evil",
                                Variables.serializedObjectValue("rO0ABQ==")
                                        .objectTypeName("java.lang.Object")
                                        .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                                        .create())
                        .execute())
                .isNotNull();
    }

    @Test
    void row_10_is_broken_without_an_alert_or_with_repetitions_at_once() {
        var alert = settings.getIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE);
        broken(
                "10",
                () -> settings.addIncidentHandler(new DefaultIncidentHandler(Incident.FAILED_JOB_HANDLER_TYPE)),
                () -> settings.getIncidentHandlers().put(Incident.FAILED_JOB_HANDLER_TYPE, alert));
        broken(
                "10",
                () -> settings.setFailedJobRetryTimeCycle(null),
                () -> settings.setFailedJobRetryTimeCycle("R3/PT10M"));
    }

    @ParameterizedTest
    @CsvSource({"2, 20, 4, 20", "16, 20, 5, 25", "1, 40, 2, 10", "8, 2, 1, 5"})
    void the_executor_has_two_threads_a_core_but_leaves_half_of_the_connections_to_people(
            int cores, int pool, int threads, int queue) {
        assertThat(ExecutorSize.of(cores, pool)).isEqualTo(new ExecutorSize(threads, queue));
    }

    @Test
    void row_10_is_broken_by_more_threads_than_the_pool_of_connections_bears() {
        var crowd = new ThreadPoolTaskExecutor();
        crowd.setThreadNamePrefix("jobs-");
        crowd.setMaxPoolSize(200);
        var factory = new DefaultListableBeanFactory();
        factory.registerSingleton("crowd", crowd);

        var state = new EngineFences(engine)
                .executorFence(factory.getBeanProvider(ThreadPoolTaskExecutor.class), database)
                .state();

        assertThat(state.whole()).as(state.sentence()).isFalse();
        assertThat(state.sentence()).contains("200 threads");
    }

    @Test
    void row_11_is_broken_when_the_executor_may_rest_for_minutes() {
        var executor = settings.getJobExecutor();
        long wait = executor.getMaxWait();
        broken("11", () -> executor.setMaxWait(120_000), () -> executor.setMaxWait(wait));
    }

    @Test
    void row_12_is_broken_when_the_executor_takes_any_job() {
        broken(
                "12",
                () -> settings.setJobExecutorDeploymentAware(false),
                () -> settings.setJobExecutorDeploymentAware(true));
    }

    @Test
    void row_13_is_broken_by_a_grant_for_one_task() {
        Authorization row = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId("accounts");
        row.setResource(Resources.TASK);
        row.setResourceId("one");
        row.addPermission(Permissions.READ);
        broken(
                "13",
                () -> engine.getAuthorizationService().saveAuthorization(row),
                () -> engine.getAuthorizationService().deleteAuthorization(row.getId()));
    }

    @Test
    void row_15_is_broken_by_ids_that_can_be_counted() {
        var strong = settings.getIdGenerator();
        broken("15", () -> settings.setIdGenerator(new DbIdGenerator()), () -> settings.setIdGenerator(strong));
    }

    private void broken(String row, Runnable takenAway, Runnable putBack) {
        takenAway.run();
        try {
            var state = rows.get(row).state();
            assertThat(state.whole()).as(state.sentence()).isFalse();
        } finally {
            putBack.run();
        }
        assertThat(rows.get(row).state().whole()).isTrue();
    }
}
