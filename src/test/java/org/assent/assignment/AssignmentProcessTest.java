package org.assent.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assent.access.CaseForms;
import org.assent.assignment.Assignment.State;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ProcessTest(AssignmentProcess.KEY)
class AssignmentProcessTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    Assignments assignments;

    private String code;
    private ProcessInstance assignment;

    @BeforeEach
    void aProjectIsIssued() {
        ClockUtil.setCurrentTime(java.util.Date.from(Instant.parse("2022-05-28T00:00:00Z")));
        code = projects.issued();
        assignment = engine.getRuntimeService()
                .startProcessInstanceByKey(AssignmentProcess.KEY, code, Map.of("economy", "LK"));
    }

    @Test
    void five_people_bring_an_expert_from_proposal_to_settlement() {
        propose("[{'name':'An Expert','organization':'Institute','country':'JP','subject':'Metrics','amount':1500}]");
        proposeLocal("[{'name':'Local One','organization':'NPS','subject':'Case','honorarium':true,'amount':300}]");
        answer(
                "secretary-general",
                "approveAssignments",
                "assignmentDecisions",
                "'decision':'APPROVE'",
                "E1",
                "L1",
                "V1");
        assertThat(assignment).isWaitingAt("confirmAssignments");
        answer("npo-lk-head", "confirmAssignments", "assignmentConfirmations", "'answer':'CONFIRM'", "E1", "L1", "V1");

        assertThat(job("sessionsOver").getDuedate().toInstant()).isEqualTo(Instant.parse("2022-08-26T18:30:00Z"));
        execute(job("sessionsOver"));
        answer("programme-officer-2", "confirmDelivery", "deliveries", "'delivered':'YES'", "E1", "L1", "V1");
        complete(
                "accounts",
                "settleAssignments",
                "settlements",
                "[{'reference':'E1','paid':1400.50,'paymentReference':'TT-1','settled':true},"
                        + "{'reference':'L1','paid':300,'paymentReference':'TT-2','settled':true},{'reference':'V1','settled':true}]");

        assertThat(assignment).isEnded().hasPassed("assignmentsSettled");
        assertThat(assignments.findByProjectCodeOrderByReference(code))
                .extracting(Assignment::state)
                .containsOnly(State.SETTLED);
    }

    @Test
    void a_third_honorarium_is_refused_in_words_and_nothing_is_lost() {
        propose("[]");
        proposeLocal("[{'name':'A','organization':'O','subject':'S','honorarium':true,'amount':1},"
                + "{'name':'B','organization':'O','subject':'S','honorarium':true,'amount':1},"
                + "{'name':'C','organization':'O','subject':'S','honorarium':true,'amount':1}]");

        assertThatThrownBy(() -> answer(
                        "secretary-general",
                        "approveAssignments",
                        "assignmentDecisions",
                        "'decision':'APPROVE'",
                        "L1",
                        "L2",
                        "L3",
                        "V1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("At most two local resource persons can receive an honorarium from the APO.");
        assertThat(assignments.findByProjectCodeOrderByReference(code))
                .extracting(Assignment::state)
                .containsOnly(State.PROPOSED);
    }

    @Test
    void nothing_approved_ends_the_matter() {
        propose("[]");
        proposeLocal("[]");
        answer(
                "secretary-general",
                "approveAssignments",
                "assignmentDecisions",
                "'decision':'REFUSE','reason':'Not needed'",
                "V1");

        assertThat(assignment).isEnded().hasPassed("nothingAssigned");
    }

    @Test
    void nobody_takes_two_steps_on_one_item() {
        propose("[]");
        proposeLocal("[]");
        answer("secretary-general", "approveAssignments", "assignmentDecisions", "'decision':'APPROVE'", "V1");

        assertThatThrownBy(() ->
                        answer("npo-lk", "confirmAssignments", "assignmentConfirmations", "'answer':'CONFIRM'", "V1"))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "You completed “Propose local resource persons” in this case, so somebody else has to take “Confirm the assignments”.");
    }

    @Test
    void a_task_of_another_group_is_not_completed_by_knowing_it() {
        propose("[]");
        proposeLocal("[]");

        assertThatThrownBy(() ->
                        answer("npo-lk", "approveAssignments", "assignmentDecisions", "'decision':'APPROVE'", "V1"))
                .isInstanceOf(Refusal.class)
                .hasMessage("This task belongs to somebody else, so nothing was changed.");
    }

    @Test
    void more_than_approved_is_not_paid() {
        propose("[{'name':'An Expert','organization':'Institute','country':'JP','subject':'Metrics','amount':100}]");
        proposeLocal("[]");
        answer("secretary-general", "approveAssignments", "assignmentDecisions", "'decision':'APPROVE'", "E1", "V1");
        answer("npo-lk-head", "confirmAssignments", "assignmentConfirmations", "'answer':'CONFIRM'", "E1", "V1");
        execute(job("sessionsOver", assignment));
        complete(
                "programme-officer-2",
                "confirmDelivery",
                "deliveries",
                "[{'reference':'E1','delivered':'YES'},{'reference':'V1','delivered':'NO','reason':'The link failed'}]");

        assertThatThrownBy(() -> complete(
                        "accounts",
                        "settleAssignments",
                        "settlements",
                        "[{'reference':'E1','paid':100.01,'paymentReference':'X','settled':true}]"))
                .isInstanceOf(Refusal.class)
                .hasMessage("More than the approved amount cannot be paid for item E1.");
    }

    private void propose(String experts) {
        complete("programme-officer", "proposeOverseasExperts", "overseasExperts", experts);
    }

    private void proposeLocal(String experts) {
        forms().submit(
                        "npo-lk",
                        "proposeLocalExperts",
                        Map.of(
                                "localExperts", json(experts),
                                "siteVisits", json("[{'place':'A city hall','broadcast':'LIVE'}]")));
    }

    private void answer(String user, String task, String list, String fields, String... references) {
        complete(
                user,
                task,
                list,
                List.of(references).stream()
                        .map(reference -> "{'reference':'" + reference + "'," + fields + "}")
                        .collect(java.util.stream.Collectors.joining(",", "[", "]")));
    }

    private void complete(String user, String task, String list, String rows) {
        forms().submit(user, task, Map.of(list, json(rows)));
    }

    private static Object json(String rows) {
        return SpinValues.jsonValue(rows.replace('\'', '"')).create();
    }

    private CaseForms forms() {
        return CaseForms.ofInstance(engine, assignment.getId());
    }
}
