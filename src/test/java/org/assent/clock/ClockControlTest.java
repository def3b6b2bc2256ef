package org.assent.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.assent.engine.EngineClock;
import org.assent.engine.HousePasswords;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Tag("once")
@SpringBootTest(
        properties = {
            "assent.rehearsal-clock.enabled=true",
            "assent.rehearsal-clock.patience=PT10S",
            "camunda.bpm.job-execution.enabled=true",
            "camunda.bpm.generic-properties.properties.login-delay-base=60"
        })
@DirtiesContext
class ClockControlTest {

    private static final Instant ISSUED = Instant.parse("2022-05-28T00:00:00Z");
    private static final Duration MOMENT = Duration.ofSeconds(20);

    @Autowired
    ClockControl control;

    @Autowired
    Clock clock;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identity;

    @Autowired
    JobExecutor executor;

    @Autowired
    Steps steps;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void deploy() {
        steps.forget();
        BpmnModelInstance waits = Bpmn.createExecutableProcess("waits")
                .name("Waiting")
                .startEvent()
                .intermediateCatchEvent("isDue")
                .name("Is\ndue")
                .timerWithDate("${due}")
                .serviceTask("note")
                .camundaDelegateExpression("${noteDelegate}")
                .endEvent()
                .done();
        BpmnModelInstance chain = Bpmn.createExecutableProcess("chain")
                .startEvent()
                .intermediateCatchEvent("first")
                .timerWithDate("${due}")
                .serviceTask("noteFirst")
                .camundaDelegateExpression("${noteDelegate}")
                .intermediateCatchEvent("second")
                .timerWithDuration("P1D")
                .serviceTask("noteSecond")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${noteDelegate}")
                .endEvent()
                .done();
        BpmnModelInstance fails = Bpmn.createExecutableProcess("fails")
                .startEvent()
                .serviceTask("try")
                .camundaAsyncBefore()
                .camundaFailedJobRetryTimeCycle("R3/PT10M")
                .camundaDelegateExpression("${failDelegate}")
                .endEvent()
                .done();
        BpmnModelInstance lasts = Bpmn.createExecutableProcess("lasts")
                .startEvent()
                .serviceTask("last")
                .camundaAsyncBefore()
                .camundaDelegateExpression("${lastDelegate}")
                .endEvent()
                .done();
        repository
                .createDeployment()
                .enableDuplicateFiltering(true)
                .addModelInstance("waits.bpmn", waits)
                .addModelInstance("chain.bpmn", chain)
                .addModelInstance("fails.bpmn", fails)
                .addModelInstance("lasts.bpmn", lasts)
                .deploy();
    }

    @AfterEach
    void clear() {
        steps.mayEnd.countDown();
        runtime.createProcessInstanceQuery().list().forEach(instance -> await().ignoreExceptions()
                .until(() -> gone(instance)));
    }

    @Test
    void the_desk_starts_at_the_date_of_issue_and_ticks_for_engine_and_application_alike() {
        Instant first = control.now().time();
        assertThat(first).isBetween(ISSUED, ISSUED.plus(Duration.ofDays(1000)));
        assertThat(Instant.now()).isAfter(first.plus(Duration.ofDays(365)));
        await().until(() -> clock.instant().isAfter(first.plusMillis(50)));
        assertThat(Duration.between(EngineClock.now(), clock.instant())).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void timers_run_in_order_each_at_its_own_time_before_the_move_answers() {
        Instant start = whole();
        start("waits", "late", start.plus(Duration.ofDays(30)));
        start("waits", "same-1", start.plus(Duration.ofDays(2)));
        start("waits", "early", start.plus(Duration.ofDays(1)));
        start("waits", "same-2", start.plus(Duration.ofDays(2)));
        start("waits", "beyond", start.plus(Duration.ofDays(31)));
        Instant target = start.plus(Duration.ofDays(30)).plusSeconds(60);

        ClockMove move = control.moveTo(target);

        assertThat(steps.keys()).hasSize(4).startsWith("early");
        assertThat(steps.keys().subList(1, 3)).containsExactlyInAnyOrder("same-1", "same-2");
        assertThat(steps.keys().get(3)).isEqualTo("late");
        assertThat(steps.noted).allSatisfy(note -> assertThat(note.at).isBetween(note.due, note.due.plus(MOMENT)));
        assertThat(move.ran()).extracting(ClockMove.Ran::due).isSorted().hasSize(4);
        assertThat(move.ran().get(0).what()).isEqualTo("Waiting, Is due, early");
        assertThat(clock.instant()).isBetween(target, target.plus(MOMENT));
        assertThat(next()).isEqualTo("Waiting, Is due, beyond");
    }

    @Test
    void a_timer_that_a_timer_starts_within_the_move_runs_in_the_same_move() {
        Instant start = whole();
        start("chain", "chain", start.plus(Duration.ofDays(3)));

        ClockMove move = control.moveTo(start.plus(Duration.ofDays(5)));

        assertThat(steps.noted).extracting(note -> note.step).containsExactly("noteFirst", "noteSecond");
        assertThat(steps.noted.get(1).at)
                .isBetween(
                        start.plus(Duration.ofDays(4)),
                        start.plus(Duration.ofDays(4)).plus(MOMENT));
        assertThat(move.ran()).hasSize(2);
    }

    @Test
    void the_next_timer_is_one_stop() {
        Instant due = whole().plus(Duration.ofDays(7));
        start("waits", "one", due);
        start("waits", "two", due.plusSeconds(3600));

        ClockMove move = control.moveToNextTimer();

        assertThat(steps.keys()).containsExactly("one");
        assertThat(move.to()).isBetween(due, due.plus(MOMENT));
        assertThat(move.ran()).extracting(ClockMove.Ran::what).containsExactly("Waiting, Is due, one");
    }

    @Test
    void a_failing_job_is_repeated_at_its_own_times_and_does_not_block_once_it_has_no_retries() {
        steps.failures.set(2);
        start("fails", "mended", whole());
        ClockMove mended = control.moveTo(whole().plus(Duration.ofHours(2)));

        assertThat(steps.keys()).containsExactly("mended");
        assertThat(mended.ran()).hasSize(2).extracting(ClockMove.Ran::failed).containsExactly(true, false);
        assertThat(Duration.between(
                        mended.ran().get(0).due(), mended.ran().get(1).due()))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(10));

        steps.failures.set(100);
        start("fails", "given-up", whole());
        control.moveTo(whole().plus(Duration.ofHours(2)));
        assertThat(management.createJobQuery().noRetriesLeft().count()).isEqualTo(1);
        Instant target = whole().plus(Duration.ofDays(1));
        assertThat(control.moveTo(target).to()).isAfterOrEqualTo(target);
    }

    @Test
    void a_move_waits_for_the_running_job_so_that_its_lock_does_not_expire() throws Exception {
        Instant due = whole().plus(Duration.ofDays(10));
        start("waits", "after", due);
        start("lasts", "running", whole());
        executor.jobWasAdded();
        await().until(() -> steps.begun.get() == 1);

        var move = CompletableFuture.supplyAsync(() -> control.moveTo(due));
        await().during(Duration.ofSeconds(1))
                .until(() -> !move.isDone() && clock.instant().isBefore(due.minus(Duration.ofDays(9))));
        steps.mayEnd.countDown();

        assertThat(move.get().to()).isAfterOrEqualTo(due);
        assertThat(steps.begun).hasValue(1);
        assertThat(steps.keys()).containsExactly("running", "after");
    }

    @Test
    void work_that_does_not_end_stops_the_move_with_a_sentence() {
        start("lasts", "stuck", whole());
        executor.jobWasAdded();
        await().until(() -> steps.begun.get() == 1);

        assertThatThrownBy(() -> control.moveTo(whole().plus(Duration.ofDays(400))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("lasts, last, stuck");
        assertThat(clock.instant()).isBefore(whole().plus(Duration.ofDays(1)));
        assertThat(steps.begun).hasValue(1);
    }

    @Test
    void the_clock_never_goes_back_and_does_not_leap_over_years() {
        assertThatThrownBy(() -> control.moveTo(clock.instant().minusSeconds(1)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> control.moveTo(clock.instant().plus(Duration.ofDays(366 * 5 + 1))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(control::moveToNextTimer)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("nothing to move to");
    }

    @Test
    void two_moves_queue() throws Exception {
        Instant start = whole();
        start("waits", "one", start.plus(Duration.ofDays(1)));
        start("waits", "two", start.plus(Duration.ofDays(2)));

        var moves = List.of(
                CompletableFuture.supplyAsync(control::moveToNextTimer),
                CompletableFuture.supplyAsync(control::moveToNextTimer));
        for (var move : moves) {
            assertThat(move.get().ran()).hasSize(1);
        }

        assertThat(steps.keys()).containsExactly("one", "two");
    }

    @Test
    void without_a_job_executor_the_move_runs_the_jobs_itself() {
        executor.shutdown();
        try {
            Instant start = whole();
            start("chain", "self", start.plus(Duration.ofDays(1)));
            steps.failures.set(2);
            start("fails", "self-failing", start);
            control.moveTo(start.plus(Duration.ofDays(3)));
            assertThat(steps.noted).extracting(note -> note.step).containsExactly("try", "noteFirst", "noteSecond");
        } finally {
            executor.start();
        }
    }

    @Test
    void suspended_timers_are_passed_over() {
        Instant start = whole();
        ProcessInstance postponed = start("waits", "postponed", start.plus(Duration.ofDays(1)));
        management.suspendJobByProcessInstanceId(postponed.getId());
        start("waits", "running", start.plus(Duration.ofDays(2)));

        assertThat(next()).endsWith("running");
        assertThat(control.moveTo(start.plus(Duration.ofDays(3))).ran()).hasSize(1);
        assertThat(steps.keys()).containsExactly("running");
    }

    @Test
    void whoever_moves_the_clock_moves_it_for_all_cases_and_stays_who_they_are() {
        start("waits", "unseen", whole().plus(Duration.ofDays(1)));
        identity.setAuthentication("nobody", List.of(), List.of("LK"));
        try {
            assertThat(next()).endsWith("unseen");
            control.moveToNextTimer();
            assertThat(identity.getCurrentAuthentication().getUserId()).isEqualTo("nobody");
        } finally {
            identity.clearAuthentication();
        }
        assertThat(steps.keys()).containsExactly("unseen");
    }

    @Test
    void a_step_of_a_case_cannot_move_the_clock() {
        var step = new TransactionTemplate(transactions);
        assertThatThrownBy(() -> step.executeWithoutResult(status -> control.moveToNextTimer()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_locked_account_stays_locked_when_the_clock_moves() {
        var user = identity.newUser("forgetful");
        user.setPassword("right");
        HousePasswords.saveWithAnyPassword(identity, user);
        assertThat(identity.checkPassword("forgetful", "right")).isTrue();
        assertThat(identity.checkPassword("forgetful", "wrong")).isFalse();

        control.moveTo(whole().plus(Duration.ofDays(1)));

        assertThat(identity.checkPassword("forgetful", "right")).isFalse();
        identity.unlockUser("forgetful");
        assertThat(identity.checkPassword("forgetful", "right")).isTrue();
    }

    private String next() {
        return Objects.requireNonNull(control.now().next()).what();
    }

    private Instant whole() {
        return Instant.ofEpochMilli(clock.millis());
    }

    private ProcessInstance start(String process, String key, Instant due) {
        return runtime.startProcessInstanceByKey(process, key, Map.of("due", Date.from(due)));
    }

    private boolean gone(ProcessInstance instance) {
        runtime.deleteProcessInstancesIfExists(List.of(instance.getId()), "end of test", true, true, true);
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    record Note(String key, String step, Instant due, Instant at) {}

    /** What the test's own steps did. */
    static final class Steps {
        final List<Note> noted = new CopyOnWriteArrayList<>();
        final Map<String, AtomicInteger> tries = new ConcurrentHashMap<>();
        final AtomicInteger failures = new AtomicInteger();
        final AtomicInteger begun = new AtomicInteger();
        volatile CountDownLatch mayEnd = new CountDownLatch(1);

        void forget() {
            noted.clear();
            tries.clear();
            failures.set(0);
            begun.set(0);
            mayEnd = new CountDownLatch(1);
        }

        List<String> keys() {
            return noted.stream().map(Note::key).toList();
        }
    }

    @TestConfiguration
    static class Delegates {

        @Bean
        Steps steps() {
            return new Steps();
        }

        @Bean
        JavaDelegate noteDelegate(Steps steps, Clock clock) {
            return execution -> steps.noted.add(new Note(
                    execution.getProcessBusinessKey(),
                    execution.getCurrentActivityId(),
                    ((Date) execution.getVariable("due")).toInstant(),
                    clock.instant()));
        }

        @Bean
        JavaDelegate failDelegate(Steps steps, JavaDelegate noteDelegate) {
            return execution -> {
                int tried = steps.tries
                        .computeIfAbsent(execution.getProcessBusinessKey(), key -> new AtomicInteger())
                        .incrementAndGet();
                if (tried <= steps.failures.get()) {
                    throw new IllegalStateException("not yet");
                }
                noteDelegate.execute(execution);
            };
        }

        @Bean
        JavaDelegate lastDelegate(Steps steps, JavaDelegate noteDelegate) {
            return execution -> {
                steps.begun.incrementAndGet();
                steps.mayEnd.await();
                noteDelegate.execute(execution);
            };
        }
    }
}
