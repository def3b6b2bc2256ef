package org.assent.deputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assent.access.EngineUsers;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.FreshDesk;
import org.assent.engine.HistoryQueries;
import org.assent.engine.Models;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A deputy does the principal's work in both names: within the days and processes chosen, and not a step further. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class ActingForTest {

    private static final String PRINCIPAL = "secretary-general";
    /** Has no task of their own in certification. */
    private static final String DEPUTY = "accounts";

    private static final LocalDate FIRST = LocalDate.parse("2022-06-01");
    private static final LocalDate LAST = LocalDate.parse("2022-06-03");

    @Autowired
    CaseHistories histories;

    @Autowired
    HistoryQueries cases;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineUsers users;

    @Autowired
    DeputationDesk desk;

    @Autowired
    DeputationService deputations;

    private String models;

    @BeforeEach
    void aListOfCertificatesIsMade() {
        engine.getIdentityService().clearAuthentication();
        moveTo("2022-06-01T02:00:00Z");
        models = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "certification.bpmn", model("certification", "reviewAttendanceDoubts", "signCertificates"))
                .addModelInstance(
                        "assignment.bpmn", model("assignment", "proposeOverseasExperts", "approveAssignments"))
                .deploy()
                .getId();
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().clearAuthentication();
        moveTo("2024-01-01T00:00:00Z");
        deputations.settle();
        Models.takeBack(engine, models);
    }

    /** A programme officer's step and then the Secretary-General's, whom the first bars. */
    private static BpmnModelInstance model(String process, String first, String then) {
        BpmnModelInstance model = Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P3650D")
                .startEvent()
                .userTask(first)
                .name("First step")
                .camundaCandidateGroups("programme-officers")
                .userTask(then)
                .name("Second step")
                .camundaCandidateGroups("secretary-general")
                .endEvent()
                .done();
        CamundaProperty bar = model.newInstance(CamundaProperty.class);
        bar.setCamundaName("notBy");
        bar.setCamundaValue(first);
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.getCamundaProperties().add(bar);
        UserTask task = model.getModelElementById(then);
        task.builder().addExtensionElement(properties);
        return model;
    }

    /** At half past midnight in Tokyo it is half past nine of the evening before in Dhaka. */
    @Test
    void the_first_day_proposed_is_today_where_the_work_is_at_home() {
        Instant late = Instant.parse("2022-06-01T15:30:00Z");

        assertThat(Deputation.earliest(List.of("signing"), late)).isEqualTo("2022-06-01");
        assertThat(Deputation.earliest(List.of("screening"), late)).isEqualTo("2022-06-02");
        assertThat(Deputation.earliest(List.of("signing", "screening"), late)).isEqualTo("2022-06-01");
    }

    @Test
    void the_deputy_finds_claims_and_completes_the_task_in_both_names() {
        String task = certificates("programme-officer");
        assertThat(lists(DEPUTY)).isEmpty();
        appoint(PRINCIPAL, DEPUTY, "certification");

        users.actAs(DEPUTY);
        assertThat(lists(DEPUTY)).singleElement().satisfies(list -> {
            assertThat(list.getName()).isEqualTo("Acting for The Secretary-General");
            assertThat(engine.getFilterService().count(list.getId())).isEqualTo(1);
        });
        assertThat(lists("programme-officer")).isEmpty();
        users.actAs(DEPUTY);
        assertThat(engine.getTaskService().createTaskQuery().taskId(task).count())
                .isEqualTo(1);
        engine.getTaskService().claim(task, DEPUTY);
        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(DEPUTY, PRINCIPAL);
        complete(DEPUTY, task);

        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .finished()
                        .taskAssignee(DEPUTY)
                        .taskOwner(PRINCIPAL)
                        .count())
                .isEqualTo(1);
        assertThat(engine.getTaskService().getTaskComments(task))
                .extracting(Comment::getFullMessage)
                .containsExactly("accounts acts for secretary-general, order no. APO/7");
        String instance = engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        assertThat(histories
                        .of(List.of(cases.find(instance).orElseThrow()))
                        .get(0)
                        .tasks())
                .filteredOn(one -> one.id().equals(task))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.isActedFor()).isTrue();
                    assertThat(told.life())
                            .as("what auditors read in Cockpit")
                            .anySatisfy(act -> {
                                assertThat(act.what()).isEqualTo("SetOwner");
                                assertThat(act.by()).isEqualTo(DEPUTY);
                                assertThat(act.after()).isEqualTo(PRINCIPAL);
                            })
                            .extracting(CaseHistory.Act::what)
                            .contains("Claim", "Complete");
                });
        users.actAs(PRINCIPAL);
        assertThat(desk.acts()).extracting(ActFacts::task).containsExactly("Second step");
    }

    @Test
    void an_unclaimed_task_is_completed_in_both_names_too() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");

        complete(DEPUTY, task);

        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .taskAssignee(DEPUTY)
                        .taskOwner(PRINCIPAL)
                        .count())
                .isEqualTo(1);
    }

    @Test
    void what_the_principal_has_claimed_the_deputy_takes_over_and_can_put_back() {
        String task = certificates("programme-officer");
        as(PRINCIPAL, () -> engine.getTaskService().claim(task, PRINCIPAL));
        appoint(PRINCIPAL, DEPUTY, "certification");

        as(DEPUTY, () -> engine.getTaskService().claim(task, DEPUTY));
        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(DEPUTY, PRINCIPAL);
        as(DEPUTY, () -> engine.getTaskService().setAssignee(task, null));
        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(null, null);
    }

    @Test
    void the_principal_takes_back_what_the_deputy_has_claimed() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");
        as(DEPUTY, () -> engine.getTaskService().claim(task, DEPUTY));

        as(PRINCIPAL, () -> engine.getTaskService().setAssignee(task, null));
        as(PRINCIPAL, () -> engine.getTaskService().claim(task, PRINCIPAL));
        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(PRINCIPAL, null);
    }

    @Test
    void nobody_acts_without_an_appointment_nor_in_another_process() {
        String task = certificates("programme-officer");
        refused(DEPUTY, task);
        appoint(PRINCIPAL, DEPUTY, "assignment");

        refused(DEPUTY, task);
    }

    @Test
    void it_begins_on_its_first_day_and_ends_by_itself_after_its_last() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, FIRST.plusDays(1), LAST, "certification");
        refused(DEPUTY, task);
        assertThat(lists(DEPUTY)).isEmpty();

        // midnight in Tokyo
        moveTo("2022-06-01T15:00:00Z");
        deputations.settle();
        assertThat(lists(DEPUTY)).hasSize(1);
        as(DEPUTY, () -> engine.getTaskService().claim(task, DEPUTY));

        moveTo("2022-06-03T15:00:00Z");
        // before anybody has tidied up
        assertThatThrownBy(() -> complete(DEPUTY, task)).isInstanceOf(Refusal.class);
        deputations.settle();
        assertThat(lists(DEPUTY)).isEmpty();
        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(null, null);
        refused(DEPUTY, task);
        complete(PRINCIPAL, task);
    }

    @Test
    void the_deputy_s_list_follows_the_groups_of_the_principal() {
        certificates("programme-officer");
        start();
        appoint(PRINCIPAL, DEPUTY, "certification");
        assertThat(listed(DEPUTY)).containsExactly("Second step");

        engine.getIdentityService().createMembership(PRINCIPAL, "programme-officers");
        try {
            deputations.settle();
            assertThat(listed(DEPUTY)).containsExactlyInAnyOrder("First step", "Second step");
        } finally {
            engine.getIdentityService().deleteMembership(PRINCIPAL, "programme-officers");
        }
        deputations.settle();
        assertThat(listed(DEPUTY)).containsExactly("Second step");
    }

    @Test
    void whoever_loses_their_work_has_none_to_lend() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");
        as(DEPUTY, () -> engine.getTaskService().claim(task, DEPUTY));

        engine.getIdentityService().deleteMembership(PRINCIPAL, "secretary-general");
        try {
            assertThat(users.of(DEPUTY).groups()).containsExactly("accounts");
            assertThatThrownBy(() -> complete(DEPUTY, task)).isInstanceOf(RuntimeException.class);
            users.actAs(DEPUTY);
            assertThat(engine.getTaskService().createTaskQuery().count()).isZero();
            deputations.settle();
            assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(null, null);
        } finally {
            engine.getIdentityService().clearAuthentication();
            engine.getIdentityService().createMembership(PRINCIPAL, "secretary-general");
        }
        complete(DEPUTY, task);
    }

    @Test
    void after_the_end_a_task_is_completed_in_the_name_of_its_candidate_alone() {
        String task = start();
        as("programme-officer", () -> engine.getTaskService().claim(task, "programme-officer"));
        appoint("programme-officer", "programme-officer-2", "certification");
        as("programme-officer-2", () -> engine.getTaskService().claim(task, "programme-officer-2"));
        assertThat(task(task).getOwner()).isEqualTo("programme-officer");

        moveTo("2022-06-03T15:00:00Z");
        // before anybody has tidied up; the step is theirs as an officer too
        complete("programme-officer-2", task);

        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskId(task)
                        .taskAssignee("programme-officer-2")
                        .singleResult()
                        .getOwner())
                .isNull();
    }

    @Test
    void a_deputy_who_becomes_an_auditor_changes_nothing_from_then_on() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");

        engine.getIdentityService().createMembership(DEPUTY, "auditors");
        try {
            refused(DEPUTY, task);
        } finally {
            engine.getIdentityService().deleteMembership(DEPUTY, "auditors");
        }
        complete(DEPUTY, task);
    }

    @Test
    void a_deputy_who_moves_to_another_house_takes_nothing_along() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");
        String other = engine.getIdentityService().createTenantQuery().list().stream()
                .map(tenant -> tenant.getId())
                .filter(tenant -> tenant.length() > 2)
                .findFirst()
                .orElseThrow();

        engine.getIdentityService().createTenantUserMembership(other, DEPUTY);
        try {
            refused(DEPUTY, task);
        } finally {
            engine.getIdentityService().deleteTenantUserMembership(other, DEPUTY);
        }
        complete(DEPUTY, task);
    }

    @Test
    void revoked_by_the_principal_it_ends_at_once_and_tasks_go_back() {
        String task = certificates("programme-officer");
        long appointment = appoint(PRINCIPAL, DEPUTY, "certification");
        as(DEPUTY, () -> engine.getTaskService().claim(task, DEPUTY));

        as(PRINCIPAL, () -> desk.revoke(appointment));

        assertThat(task(task)).extracting(Task::getAssignee, Task::getOwner).containsExactly(null, null);
        refused(DEPUTY, task);
        assertThat(lists(DEPUTY)).isEmpty();
        assertThat(users.of(DEPUTY).groups()).containsExactly("accounts");
    }

    @Test
    void an_administrator_revokes_it_and_others_do_not() {
        long appointment = appoint(PRINCIPAL, DEPUTY, "certification");

        assertThatThrownBy(() -> as(DEPUTY, () -> desk.revoke(appointment)))
                .hasMessage("There is no such appointment among those you may revoke.");
        assertThatThrownBy(() -> as("programme-officer", () -> desk.revoke(appointment)))
                .isInstanceOf(Refusal.class);
        assertThatCode(() -> as("admin", () -> desk.revoke(appointment))).doesNotThrowAnyException();
        assertThat(users.of(DEPUTY).groups()).containsExactly("accounts");
    }

    @Test
    void there_are_no_chains() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, DEPUTY, "certification");

        assertThatThrownBy(() -> appoint(DEPUTY, "programme-officer-2", "certification"))
                .hasMessage("You can only hand over work of your own, not what you do as somebody's deputy.");
        assertThatThrownBy(() -> appoint(DEPUTY, PRINCIPAL, "assignment"))
                .hasMessageStartingWith("The Secretary-General is represented by a deputy");
        assertThatThrownBy(() -> appoint("programme-officer", PRINCIPAL, "certification"))
                .hasMessageStartingWith("The Secretary-General is represented by a deputy");
        // what is the deputy's own may be handed over, and is all that is
        appoint(DEPUTY, "programme-officer-2", "assignment");
        refused("programme-officer-2", task);
    }

    @Test
    void what_a_deputy_holds_for_another_is_not_theirs_to_lend() {
        String task = certificates("programme-officer");
        appoint(PRINCIPAL, "programme-officer-2", "certification");
        as("programme-officer-2", () -> engine.getTaskService().claim(task, "programme-officer-2"));
        // in the work that is the deputy's own
        appoint("programme-officer-2", DEPUTY, "certification");

        refused(DEPUTY, task);
        assertThatThrownBy(() -> as(DEPUTY, () -> engine.getTaskService().setAssignee(task, null)))
                .isInstanceOf(RuntimeException.class);
        assertThat(task(task))
                .extracting(Task::getAssignee, Task::getOwner)
                .containsExactly("programme-officer-2", PRINCIPAL);
    }

    @Test
    void one_deputy_at_a_time_for_the_same_work() {
        appoint(PRINCIPAL, DEPUTY, "certification");

        assertThatThrownBy(() -> appoint(PRINCIPAL, "programme-officer-2", LAST, LAST.plusDays(3), "certification"))
                .hasMessageStartingWith("You have a deputy for some of these processes in some of these days already");
        appoint(PRINCIPAL, "programme-officer-2", LAST.plusDays(1), LAST.plusDays(3), "certification");
        appoint(PRINCIPAL, "programme-officer-2", FIRST, LAST, "assignment");
    }

    @Test
    void a_deputy_is_an_official_of_the_same_house() {
        assertThatThrownBy(() -> appoint(PRINCIPAL, "nobody-of-this-name", "certification"))
                .hasMessageStartingWith("There is no official with the user id given.");
        for (String stranger : List.of("npo-lk", "industries-head", "cabinet-secretary", "auditor", "admin")) {
            assertThatThrownBy(() -> appoint(PRINCIPAL, stranger, "certification"))
                    .as(stranger)
                    .hasMessageStartingWith("This official cannot act for you");
        }
        assertThatThrownBy(() -> appoint("npo-lk-head", "npo-np-head", "nomination"))
                .hasMessageStartingWith("This official cannot act for you");
        assertThatThrownBy(() -> appoint("industries-head", "commerce-head", "signing"))
                .hasMessageStartingWith("This official cannot act for you");
        // who sees the cases of all economies belongs to the house of none
        for (String wide : List.of("secretary-general", "programme-officer", "auditor")) {
            assertThatThrownBy(() -> appoint("npo-lk-head", wide, "nomination"))
                    .as(wide)
                    .hasMessageStartingWith("This official cannot act for you");
        }
        assertThatThrownBy(() -> appoint("industries-head", "cabinet-secretary", "signing"))
                .hasMessageStartingWith("This official cannot act for you");
        appoint("npo-lk-head", "npo-lk", "nomination");
        appoint("industries-head", "bsti-head", "signing");
    }

    @Test
    void no_self_approval_a_deputy_is_barred_by_what_either_did() {
        // the deputy took the first step
        String mine = certificates("programme-officer-2");
        appoint(PRINCIPAL, "programme-officer-2", "certification");
        assertThatThrownBy(() -> complete("programme-officer-2", mine))
                .hasMessageContaining("You completed “First step” in this case");
        assertThatThrownBy(() ->
                        as("programme-officer-2", () -> engine.getTaskService().claim(mine, "programme-officer-2")))
                .hasMessageContaining("You completed “First step” in this case");
        assertThat(task(mine).getAssignee()).isNull();

        // the principal took it, as a programme officer once
        engine.getIdentityService().createMembership(PRINCIPAL, "programme-officers");
        try {
            String own = certificates(PRINCIPAL);
            assertThatThrownBy(() -> complete("programme-officer-2", own))
                    .hasMessageContaining("nor can anybody for them");
        } finally {
            engine.getIdentityService().deleteMembership(PRINCIPAL, "programme-officers");
        }
    }

    @Test
    void whose_deputy_took_the_first_step_does_not_take_the_second_either() {
        appoint("programme-officer", DEPUTY, "certification");
        String first = start();
        complete(DEPUTY, first);
        String second = next(first);
        engine.getIdentityService().createMembership("programme-officer", "secretary-general");
        try {
            assertThatThrownBy(() -> complete("programme-officer", second))
                    .hasMessageContaining("You completed “First step” in this case");
        } finally {
            engine.getIdentityService().deleteMembership("programme-officer", "secretary-general");
        }
    }

    private String certificates(String firstBy) {
        String first = start();
        complete(firstBy, first);
        return next(first);
    }

    private String start() {
        String started = engine.getRuntimeService()
                .startProcessInstanceByKey("certification", "22-CL-15-GE-WSP-A")
                .getId();
        return open(started);
    }

    private String next(String before) {
        return open(engine.getHistoryService()
                .createHistoricTaskInstanceQuery()
                .taskId(before)
                .singleResult()
                .getProcessInstanceId());
    }

    private String open(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private Task task(String id) {
        engine.getIdentityService().clearAuthentication();
        return Objects.requireNonNull(
                engine.getTaskService().createTaskQuery().taskId(id).singleResult());
    }

    private List<Filter> lists(String user) {
        users.actAs(user);
        return engine.getFilterService().createFilterQuery().list().stream()
                .filter(filter -> filter.getName().startsWith("Acting for"))
                .toList();
    }

    /** The names of the tasks in the deputy's list. */
    private List<String> listed(String user) {
        try {
            return lists(user).stream()
                    .flatMap(list -> engine.getFilterService().<Task>list(list.getId()).stream())
                    .map(Task::getName)
                    .toList();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private long appoint(String principal, String deputy, String... processes) {
        return appoint(principal, deputy, FIRST, LAST, processes);
    }

    private long appoint(String principal, String deputy, LocalDate from, LocalDate until, String... processes) {
        users.actAs(principal);
        try {
            return desk.appoint(
                    new Appointment(principal, deputy, Set.copyOf(Arrays.asList(processes)), from, until, "APO/7"));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private void refused(String user, String task) {
        assertThatThrownBy(() -> complete(user, task)).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> as(user, () -> engine.getTaskService().claim(task, user)))
                .isInstanceOf(RuntimeException.class);
        assertThat(task(task).getAssignee()).isNotEqualTo(user);
    }

    private void complete(String user, String task) {
        as(user, () -> engine.getFormService().submitTaskForm(task, Map.of()));
    }

    private void as(String user, Runnable act) {
        users.actAs(user);
        try {
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static void moveTo(String moment) {
        ClockUtil.setCurrentTime(Date.from(Instant.parse(moment)));
    }
}
