package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

@SpringBootTest
class TimersTest {

    private static final Date CLOSING = day("2040-08-01");
    private static final List<Date> SESSIONS = List.of(day("2040-09-01"), day("2040-09-02"));
    private static final Date LATER = day("2040-10-01");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService management;

    @Autowired
    IdentityService identity;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    JobDesk jobs;

    @Autowired
    Records records;

    @BeforeEach
    void start() {
        records.closing = CLOSING;
        records.sessions = SESSIONS;
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .addModelInstance("fair.bpmn", fair())
                .addModelInstance("bid.bpmn", bid())
                .deploy();
        runtime.startProcessInstanceByKey(
                "fair",
                "22-FAIR",
                Variables.putValue("closingAt", CLOSING)
                        .putValue("closesAt", CLOSING)
                        .putValueTyped(
                                "economies",
                                Variables.objectValue(List.of("LK", "VN"), true).create()));
        Authorization works = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        works.setUserId("officer");
        works.setResource(Resources.PROCESS_DEFINITION);
        works.setResourceId("fair");
        works.setPermissions(new Permissions[] {Permissions.READ_TASK, Permissions.UPDATE_TASK});
        authorizations.saveAuthorization(works);
    }

    @AfterEach
    void clear() {
        runtime.createProcessInstanceQuery()
                .rootProcessInstances()
                .list()
                .forEach(instance -> runtime.deleteProcessInstance(instance.getId(), "end of test"));
        authorizations
                .createAuthorizationQuery()
                .userIdIn("officer")
                .list()
                .forEach(works -> authorizations.deleteAuthorization(works.getId()));
    }

    @Test
    void a_revision_moves_every_dated_timer_of_the_case_and_of_the_cases_it_called() {
        Map<String, List<Date>> before = dueDates();
        assertThat(before)
                .containsEntry("fairClosed", List.of(CLOSING))
                .containsEntry("bidClosed", List.of(CLOSING, CLOSING));
        assertThat(before.get("sessionOpens")).containsExactlyElementsOf(SESSIONS);
        assertThat(runtime.createProcessInstanceQuery()
                        .processDefinitionKey("bid")
                        .tenantIdIn("LK", "VN")
                        .count())
                .isEqualTo(2);

        records.closing = LATER;
        records.sessions = List.of(day("2040-11-01"), day("2040-11-02"));
        completeAsOfficer("revise");

        Map<String, List<Date>> after = dueDates();
        assertThat(after).containsEntry("bidClosed", List.of(LATER, LATER));
        assertThat(after.get("sessionOpens")).containsExactlyElementsOf(records.sessions);
        assertThat(after.get("bidReminded")).isEqualTo(before.get("bidReminded"));
        assertThat(after).as("set by the same step, a moment before").containsEntry("lateClosed", List.of(LATER));
        assertThat(after).as("ended by the same step").doesNotContainKey("fairClosed");
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("closesAt")
                        .list())
                .hasSize(3)
                .allSatisfy(closesAt -> assertThat(closesAt.getValue()).isEqualTo(LATER));
    }

    @Test
    void a_revision_that_is_refused_moves_nothing() {
        Map<String, List<Date>> before = dueDates();
        records.closing = LATER;
        records.refuses = true;
        try {
            assertThatThrownBy(() -> completeAsOfficer("revise")).isInstanceOf(Refusal.class);
        } finally {
            records.refuses = false;
        }
        assertThat(dueDates()).isEqualTo(before);
    }

    @Test
    void a_postponement_stops_every_pending_timer_until_it_ends() {
        assertThat(jobs.nextJob()).isPresent();
        completeAsOfficer("postpone");
        assertThat(management.createJobQuery().timers().active().list()).isEmpty();
        assertThat(management.createJobQuery().timers().suspended().count()).isEqualTo(7);
        assertThat(jobs.nextJob()).isEmpty();

        records.closing = LATER;
        completeAsOfficer("resume");

        assertThat(management.createJobQuery().timers().suspended().list()).isEmpty();
        assertThat(dueDates())
                .containsEntry("bidClosed", List.of(LATER, LATER))
                .containsEntry("fairClosed", List.of(LATER));
        assertThat(jobs.nextJob()).isPresent();
    }

    private static BpmnModelInstance fair() {
        return Bpmn.createExecutableProcess("fair")
                .startEvent()
                .parallelGateway("begin")
                .userTask("revise")
                .camundaCandidateUsers("officer")
                .boundaryEvent("fairClosed")
                .timerWithDate("${closingAt}")
                .endEvent()
                .moveToActivity("revise")
                .parallelGateway("revised")
                .userTask("late")
                .boundaryEvent("lateClosed")
                .timerWithDate("${closingAt}")
                .endEvent()
                .moveToNode("revised")
                .serviceTask("recalculate")
                .camundaDelegateExpression("${recalculateDelegate}")
                .endEvent()
                .moveToNode("begin")
                .userTask("postpone")
                .camundaCandidateUsers("officer")
                .serviceTask("suspend")
                .camundaDelegateExpression("${suspendDelegate}")
                .userTask("resume")
                .camundaCandidateUsers("officer")
                .serviceTask("resumeAll")
                .camundaDelegateExpression("${resumeDelegate}")
                .endEvent()
                .moveToNode("begin")
                .callActivity("bids")
                .calledElement("bid")
                .camundaInBusinessKey("${economy}")
                .camundaIn("economy", "economy")
                .camundaIn("closesAt", "closesAt")
                .multiInstance()
                .parallel()
                .camundaCollection("economies")
                .camundaElementVariable("economy")
                .multiInstanceDone()
                .endEvent()
                .moveToNode("begin")
                .subProcess("sessions")
                .embeddedSubProcess()
                .startEvent()
                .serviceTask("plan")
                .camundaDelegateExpression("${planDelegate}")
                .intermediateCatchEvent("sessionOpens")
                .timerWithDate("${opensAt}")
                .endEvent()
                .subProcessDone()
                .multiInstance()
                .parallel()
                .cardinality("2")
                .multiInstanceDone()
                .endEvent()
                .done();
    }

    private static BpmnModelInstance bid() {
        return Bpmn.createExecutableProcess("bid")
                .startEvent()
                .userTask("enter")
                .boundaryEvent("bidReminded")
                .cancelActivity(false)
                .timerWithDuration("P6000D")
                .endEvent()
                .moveToActivity("enter")
                .boundaryEvent("bidClosed")
                .timerWithDate("${closesAt}")
                .endEvent()
                .moveToActivity("enter")
                .endEvent()
                .done();
    }

    private void completeAsOfficer(String task) {
        String id =
                tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId();
        identity.setAuthentication("officer", List.of(), List.of());
        try {
            tasks.complete(id);
        } finally {
            identity.clearAuthentication();
        }
    }

    private Map<String, List<Date>> dueDates() {
        Map<String, List<Date>> dates = new HashMap<>();
        for (String step : List.of("fairClosed", "lateClosed", "bidClosed", "bidReminded", "sessionOpens")) {
            List<Date> due = management.createJobQuery().timers().activityId(step).list().stream()
                    .map(Job::getDuedate)
                    .map(date -> new Date(date.getTime()))
                    .sorted()
                    .toList();
            if (!due.isEmpty()) {
                dates.put(step, due);
            }
        }
        return dates;
    }

    private static Date day(String date) {
        return Date.from(Instant.parse(date + "T15:00:00Z"));
    }

    /** What a capability's tables say. */
    static final class Records {
        volatile Date closing = CLOSING;
        volatile List<Date> sessions = SESSIONS;
        volatile boolean refuses;
    }

    @TestConfiguration
    static class Capability {

        @Bean
        Records records() {
            return new Records();
        }

        @Bean
        Schedule fairSchedule(Records records) {
            return new Schedule() {
                @Override
                public String process() {
                    return "fair";
                }

                @Override
                public Map<String, Date> dates(String key, Map<String, Object> variables) {
                    assertThat(key).isEqualTo("22-FAIR");
                    Map<String, Date> dates =
                            new HashMap<>(Map.of("closingAt", records.closing, "closesAt", records.closing));
                    if (variables.get("loopCounter") instanceof Integer session) {
                        dates.put("opensAt", records.sessions.get(session));
                    }
                    return dates;
                }
            };
        }

        @Bean
        Schedule bidSchedule(Records records) {
            return new Schedule() {
                @Override
                public String process() {
                    return "bid";
                }

                @Override
                public Map<String, Date> dates(String key, Map<String, Object> variables) {
                    assertThat(key).isEqualTo(variables.get("economy"));
                    return Map.of("closesAt", records.closing);
                }
            };
        }

        @Bean
        JavaDelegate planDelegate(Records records) {
            return execution -> execution.setVariableLocal(
                    "opensAt", records.sessions.get((Integer) execution.getVariable("loopCounter")));
        }

        @Bean
        JavaDelegate recalculateDelegate(Timers timers, Records records) {
            return execution -> {
                timers.recalculate(execution);
                if (records.refuses) {
                    throw new Refusal("No.");
                }
            };
        }

        @Bean
        JavaDelegate suspendDelegate(Timers timers) {
            return timers::suspend;
        }

        @Bean
        JavaDelegate resumeDelegate(Timers timers) {
            return execution -> {
                timers.recalculate(execution);
                timers.resume(execution);
            };
        }
    }
}
