package org.assent.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.nomination.EnglishLevel;
import org.assent.nomination.NominationFixture;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.nomination.NominationRegister;
import org.assent.project.OrganizationType;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest(ScreeningProcess.KEY)
class ScreeningProcessTest {

    private static final String SCREENER = "programme-officer";
    private static final String SECOND = "programme-officer-2";

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture nominations;

    @Autowired
    NominationRegister candidates;

    @Autowired
    SelectionRegister register;

    @Autowired
    ScreeningService screenings;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void places_are_filled_apart_and_the_others_wait_in_order() {
        String code = projectWithPlaces(3, 1);
        nominations.submitted(code, "LK", 2);
        nominations.submitted(code, "IN", 2);
        nominations.submitted(code, "NP", 2);

        ProcessInstance screening = screen(code);
        assertThat(screening).isWaitingAt("reviewSelection").hasNotPassed("decideReferred");
        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));
        assertThat(screening).isWaitingAt("approveSelection");
        as(SECOND, "approveSelection", Map.of("approval", "APPROVE"));

        assertThat(screening)
                .isEnded()
                .hasPassedInOrder("recordSelectionApproval", "publishSelection", "selectionApproved");
        SelectionFacts selection = register.selection(code).orElseThrow();
        assertThat(selection.approved()).isTrue();
        assertThat(selection.approvedBy()).isEqualTo(SECOND);
        assertThat(selection.selected())
                .extracting(Selected::reference, Selected::place)
                .containsExactlyInAnyOrder(
                        tuple("LK-1", Place.LOCAL),
                        tuple("IN-1", Place.OVERSEAS),
                        tuple("NP-1", Place.OVERSEAS),
                        tuple("IN-2", Place.OVERSEAS));
        assertThat(selection.alternates())
                .extracting(Selected::reference, Selected::place, Selected::rank)
                .containsExactly(tuple("NP-2", Place.OVERSEAS, 1), tuple("LK-2", Place.LOCAL, 1));
    }

    @Test
    void what_the_table_cannot_decide_the_programme_officer_decides_with_a_reason() {
        String code = projectWithPlaces(10, 5);
        nominations.submitted(
                code,
                "IN",
                Profile.strong(),
                Profile.strong().incomplete(),
                Profile.ordinary().with(EnglishLevel.BASIC),
                Profile.ordinary().with(EnglishLevel.NONE));

        ProcessInstance screening = screen(code);
        assertThat(screening).isWaitingAt("decideReferred").task().hasCandidateGroup("programme-officers");
        List<Map<String, Object>> rows = shown("decideReferred", "referred");
        assertThat(rows)
                .extracting(row -> row.get("reference"), row -> row.get("candidate"))
                .containsExactlyInAnyOrder(
                        tuple("IN-2", name(code, "IN-2") + ", India"), tuple("IN-3", name(code, "IN-3") + ", India"));
        assertThat(rows)
                .allSatisfy(row -> assertThat((String) row.get("remark")).contains("programme officer decides"));

        assertThatThrownBy(() -> as(SCREENER, "decideReferred", decisions(decided(rows.subList(0, 1), "ELIGIBLE"))))
                .isInstanceOf(Refusal.class)
                .hasStackTraceContaining("Please decide on each candidate in the list.");
        rows.sort((a, b) -> ((String) a.get("reference")).compareTo((String) b.get("reference")));
        List<Map<String, Object>> answers = new ArrayList<>(decided(rows.subList(0, 1), "ELIGIBLE"));
        answers.addAll(decided(rows.subList(1, 2), "INELIGIBLE"));
        as(SCREENER, "decideReferred", decisions(answers));

        assertThat(screening).isWaitingAt("reviewSelection").hasPassedInOrder("recordReferred", "proposeSelection");
        assertThat(register.assessments(code))
                .extracting(AssessmentFacts::reference, AssessmentFacts::state, AssessmentFacts::decidedBy)
                .containsExactly(
                        tuple("IN-1", AssessmentState.SELECTED, null),
                        tuple("IN-2", AssessmentState.SELECTED, SCREENER),
                        tuple("IN-3", AssessmentState.INELIGIBLE, SCREENER),
                        tuple("IN-4", AssessmentState.INELIGIBLE, null));
        assertThat(register.assessments(code).get(0)).satisfies(first -> {
            assertThat(first.points()).isEqualTo(100);
            assertThat(first.criteria()).hasSize(6).contains("Fluent English: 20");
            assertThat(first.reason()).startsWith("The candidate works for a type of organization");
        });
    }

    @Test
    void nobody_approves_what_they_screened() {
        String code = projectWithPlaces(3, 1);
        nominations.submitted(code, "IN", Profile.strong().with(EnglishLevel.BASIC));
        ProcessInstance screening = screen(code);
        as(SECOND, "decideReferred", decisions(decided(shown("decideReferred", "referred"), "ELIGIBLE")));

        assertThatThrownBy(() -> as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT")))
                .hasStackTraceContaining("nobody is left to approve it");
        as(SECOND, "reviewSelection", Map.of("review", "SUBMIT"));

        assertThat(screening).task().hasCandidateUser(SCREENER);
        assertThat(tasks.createTaskQuery().taskCandidateUser(SECOND).count()).isZero();
        assertThatThrownBy(() -> as(SECOND, "approveSelection", Map.of("approval", "APPROVE")))
                .hasStackTraceContaining("This task belongs to somebody else");
        assertThatThrownBy(() -> tasks.setAssignee(task("approveSelection").getId(), SECOND))
                .hasMessageContaining("cannot take “Approve the selection”");
        tasks.setAssignee(task("approveSelection").getId(), SCREENER);
        as(SCREENER, "approveSelection", Map.of("approval", "APPROVE"));
        assertThat(screening).isEnded();
    }

    @Test
    void the_reviewer_may_depart_from_merit_with_a_reason_and_sees_the_result() {
        String code = projectWithPlaces(1, 1);
        nominations.submitted(code, "IN", 2);
        nominations.submitted(code, "LK", 1);
        ProcessInstance screening = screen(code);
        assertThat(shown("reviewSelection", "takeOutChoices"))
                .extracting(choice -> choice.get("value"))
                .containsExactly("IN-1", "LK-1");
        assertThat(shown("reviewSelection", "takeInChoices"))
                .extracting(choice -> choice.get("value"))
                .containsExactly("IN-2");

        as(
                SCREENER,
                "reviewSelection",
                Map.of("review", "EXCHANGE", "takeOut", "IN-1", "takeIn", "IN-2", "changeReason", "Over-qualified"));

        assertThat(screening).isWaitingAt("reviewSelection");
        assertThat(shown("reviewSelection", "overseas"))
                .extracting(row -> row.get("reference"))
                .containsExactly("IN-2");
        assertThat(shown("reviewSelection", "leftOut"))
                .extracting(row -> row.get("state"))
                .containsExactly("Not selected");
        assertThat(shown("reviewSelection", "changes"))
                .extracting(row -> row.get("reason"))
                .containsExactly("Over-qualified");
        assertThatThrownBy(() -> as(
                        SCREENER,
                        "reviewSelection",
                        Map.of("review", "EXCHANGE", "takeIn", "IN-1", "changeReason", "After all")))
                .hasStackTraceContaining("All 1 overseas places are filled");

        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));
        as(SECOND, "approveSelection", Map.of("approval", "APPROVE"));
        assertThat(register.selection(code).orElseThrow().selected())
                .extracting(Selected::reference)
                .containsExactlyInAnyOrder("IN-2", "LK-1");
    }

    @Test
    void a_returned_selection_shows_the_remark_and_can_be_approved_later() {
        String code = projectWithPlaces(1, 1);
        nominations.submitted(code, "IN", 1);
        ProcessInstance screening = screen(code);
        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));

        assertThatThrownBy(() -> as(SECOND, "approveSelection", Map.of("approval", "RETURN")))
                .hasStackTraceContaining("Please say what should be changed");
        as(SECOND, "approveSelection", Map.of("approval", "RETURN", "approvalRemark", "Look at India again."));

        assertThat(screening).isWaitingAt("reviewSelection");
        assertThat(forms.getTaskFormVariables(task("reviewSelection").getId()).get("returnRemark"))
                .isEqualTo("Look at India again.");
        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));
        as(SECOND, "approveSelection", Map.of("approval", "APPROVE"));
        assertThat(screening).isEnded();
    }

    @Test
    void without_candidates_an_empty_selection_is_approved() {
        String code = projectWithPlaces(3, 1);

        ProcessInstance screening = screen(code);
        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));
        as(SECOND, "approveSelection", Map.of("approval", "APPROVE"));

        assertThat(screening).isEnded().hasNotPassed("loadCandidate");
        assertThat(register.selection(code).orElseThrow().selected()).isEmpty();
    }

    @Test
    void more_than_the_usual_places_is_a_warning() {
        String code = projectWithPlaces(19, 1);
        nominations.submitted(code, "IN", 3);

        screen(code);

        assertThat(forms.getTaskFormVariables(task("reviewSelection").getId()))
                .containsEntry("warnings", "India has 3 overseas places; the usual number is 2.")
                .containsEntry("filled", "3 of 19 overseas places and 0 of 1 local places are filled.");
    }

    @Test
    void nominations_opened_again_are_screened_in_a_new_round_and_the_earlier_one_stays() {
        String code = projectWithPlaces(3, 1);
        nominations.submitted(code, "IN", 1);
        ProcessInstance first = screen(code);
        runtime.deleteProcessInstance(first.getId(), "nominations were opened again");
        nominations.submitted(code, "NP", 1);

        screen(code);

        assertThat(register.assessments(code))
                .extracting(AssessmentFacts::reference, AssessmentFacts::round)
                .containsExactly(tuple("IN-1", 2), tuple("NP-1", 2));
        assertThat(jdbc.queryForObject("select count(*) from assessment", Integer.class))
                .isEqualTo(3);
    }

    @Test
    void a_vacant_place_goes_to_the_same_economy_first_and_a_late_replacement_is_considered() {
        String code = projectWithPlaces(2, 1);
        nominations.submitted(code, "IN", Profile.strong());
        nominations.submitted(code, "NP", Profile.strong(), Profile.strong(), Profile.ordinary());
        screen(code);
        assertThat(register.nextAlternate(code, Place.OVERSEAS, "NP", List.of()))
                .isEmpty();
        as(SCREENER, "reviewSelection", Map.of("review", "SUBMIT"));
        as(SECOND, "approveSelection", Map.of("approval", "APPROVE"));

        assertThat(register.nextAlternate(code, Place.OVERSEAS, "IN", List.of()))
                .map(Selected::reference)
                .contains("NP-2");
        assertThat(register.nextAlternate(code, Place.OVERSEAS, "IN", List.of("NP-2")))
                .map(Selected::reference)
                .contains("NP-3");
        assertThat(register.nextAlternate(code, Place.LOCAL, "LK", List.of())).isEmpty();

        nominations.replacements(
                code, "IN", Profile.ordinary(), Profile.ordinary().with(OrganizationType.PRIVATE));
        screenings.assessReplacements(code);
        screenings.assessReplacements(code);

        assertThat(register.nextAlternate(code, Place.OVERSEAS, "IN", List.of()))
                .map(Selected::reference)
                .contains("IN-2");
        assertThat(register.selection(code).orElseThrow().alternates())
                .extracting(Selected::reference, Selected::rank)
                .containsExactly(tuple("NP-2", 1), tuple("IN-2", 2), tuple("NP-3", 3));
        assertThat(register.assessments(code))
                .filteredOn(one -> one.reference().equals("IN-3"))
                .extracting(AssessmentFacts::state)
                .containsExactly(AssessmentState.REFERRED);
    }

    @Test
    void the_engine_keeps_no_name_and_no_decision_s_wording() {
        String code = projectWithPlaces(3, 1);
        nominations.submitted(code, "IN", Profile.strong().incomplete());
        ProcessInstance screening = screen(code);
        as(SCREENER, "decideReferred", decisions(decided(shown("decideReferred", "referred"), "ELIGIBLE")));

        assertThat(history.createHistoricVariableInstanceQuery()
                        .processInstanceId(screening.getId())
                        .list())
                .extracting(variable -> variable.getName())
                .containsOnly(
                        "anyReferred",
                        "candidate",
                        "eligibility",
                        "points",
                        "loopCounter",
                        "nrOfInstances",
                        "nrOfActiveInstances",
                        "nrOfCompletedInstances");
        assertThat(history.createHistoricDetailQuery().formFields().count()).isZero();
    }

    private String projectWithPlaces(int overseas, int local) {
        return projects.issued(
                LocalDate.of(2022, 8, 24), LocalDate.of(2022, 8, 26), LocalDate.of(2022, 8, 3), overseas, local);
    }

    private ProcessInstance screen(String code) {
        return runtime.startProcessInstanceByKey(ScreeningProcess.KEY, code);
    }

    private Task task(String id) {
        return tasks.createTaskQuery().taskDefinitionKey(id).singleResult();
    }

    /** Submits the task's form as that official, as Tasklist does: authorization asked, fields checked. */
    private void as(String official, String task, Map<String, Object> fields) {
        String id = task(task).getId();
        identity.setAuthentication(official, List.of("programme-officers"));
        try {
            forms.submitTaskForm(id, fields);
        } finally {
            identity.clearAuthentication();
        }
    }

    private List<Map<String, Object>> shown(String task, String list) {
        SpinJsonNode json =
                (SpinJsonNode) forms.getTaskFormVariables(task(task).getId()).get(list);
        List<Map<String, Object>> rows = new ArrayList<>();
        json.elements().forEach(element -> {
            Map<String, Object> row = new HashMap<>();
            element.fieldNames()
                    .forEach(field -> row.put(
                            field,
                            element.prop(field).isNull()
                                    ? null
                                    : element.prop(field).value()));
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, Object> decisions(List<Map<String, Object>> rows) {
        return Map.of(
                "referred", SpinValues.jsonValue(Spin.JSON(rows).toString()).create());
    }

    private static List<Map<String, Object>> decided(List<Map<String, Object>> rows, String decision) {
        return rows.stream()
                .map(row -> {
                    Map<String, Object> answer = new HashMap<>(row);
                    answer.put("decision", decision);
                    answer.put("decisionReason", "Known to the Secretariat");
                    return answer;
                })
                .toList();
    }

    private String name(String code, String reference) {
        return candidates.candidate(code, reference).orElseThrow().displayName();
    }
}
