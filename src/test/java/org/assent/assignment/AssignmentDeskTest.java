package org.assent.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.assent.assignment.Assignment.State;
import org.assent.project.ProjectFixture;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class AssignmentDeskTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    Assignments assignments;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Test
    void five_officials_bring_experts_and_a_visit_from_proposal_to_settlement(Desk desk) {
        String code = projects.issuedAnew();
        String assignment = runtime.startProcessInstanceByKey(AssignmentProcess.KEY, code, Map.of("economy", "LK"))
                .getId();

        Official proposer = desk.login("programme-officer").open("proposeOverseasExperts");
        FormRows overseas = proposer.rows("Overseas resource persons");
        overseas.fill(overseas.add(), "Name", "Prof. Hana Sato")
                .fill(0, "Organization", "Institute of Public Sector Studies")
                .fill(0, "Country", "Japan")
                .fill(0, "Subject of the presentation", "Measuring the performance of public organizations")
                .fill(0, "Assignment costs (USD)", "1500.50");
        proposer.photograph("proposeOverseasExperts").complete();

        Official host = desk.login("npo-lk").open("proposeLocalExperts");
        FormRows local = host.rows("Local resource persons");
        local(local, local.add(), "Anura Silva", "Ministry of Public Administration", "300");
        local(local, local.add(), "Kumari Fernando", "University of Colombo", "250.25");
        local(local, local.add(), "Ruwan Jayasinghe", "Sri Lanka Institute of Development Administration", "200");
        FormRows visits = host.rows("Virtual site visits");
        visits.fill(visits.add(), "Place to visit", "Colombo Municipal Council")
                .fill(0, "Broadcast", "Live")
                .fill(0, "Remark", "The citizens’ service counter");
        host.photograph("proposeLocalExperts").complete();

        Official secretaryGeneral = desk.login("secretary-general").open("approveAssignments");
        FormRows decisions = secretaryGeneral.rows("Proposed resource persons and site visits");
        assertThat(references(decisions)).containsExactly("E1", "L1", "L2", "L3", "V1");
        answer(decisions, "Decision", "Approve");
        secretaryGeneral.photograph("approveAssignments");
        assertThat(secretaryGeneral.completeInVain())
                .containsExactly("At most two local resource persons can receive an honorarium from the APO.");
        secretaryGeneral.photograph("approveAssignments.refused");
        assertThat(decisions.value(1, "Decision")).isEqualTo("Approve");
        decisions.fill(3, "Decision", "Refuse").fill(3, "Reason (for a refusal)", "Two receive an honorarium already");
        secretaryGeneral.complete();

        Official head = desk.login("npo-lk-head").open("confirmAssignments");
        FormRows confirmations = head.rows("Approved resource persons and site visits");
        assertThat(references(confirmations)).containsExactly("E1", "L1", "L2", "V1");
        answer(confirmations, "Answer", "Confirmed");
        confirmations.fill(2, "Answer", "Not available").fill(2, "Reason (if not available)", "Abroad in August");
        head.photograph("confirmAssignments").complete();

        jobs.executeJob(jobs.createJobQuery()
                .processInstanceId(assignment)
                .activityId("sessionsOver")
                .singleResult()
                .getId());
        Official second = desk.login("programme-officer-2").open("confirmDelivery");
        FormRows deliveries = second.rows("Confirmed resource persons and site visits");
        answer(deliveries, "Took place", "Yes");
        deliveries
                .fill(2, "Took place", "No")
                .fill(2, "What happened (if not)", "The line to the council failed on both days");
        second.photograph("confirmDelivery").complete();

        Official accounts = desk.login("accounts").open("settleAssignments");
        FormRows settlements = accounts.rows("Delivered resource persons and site visits");
        assertThat(references(settlements)).containsExactly("E1", "L1");
        settlements
                .fill(0, "Amount paid (USD)", "1400.25")
                .fill(0, "Payment reference", "TT-2022-0815")
                .fill(0, "Settled", true);
        settlements.fill(1, "Payment reference", "TT-2022-0816").fill(1, "Settled", true);
        accounts.photograph("settleAssignments").complete();

        assertThat(assignments.findByProjectCodeOrderByReference(code))
                .extracting(Assignment::reference, Assignment::state, Assignment::reason)
                .containsExactly(
                        tuple("E1", State.SETTLED, null),
                        tuple("L1", State.SETTLED, null),
                        tuple("L2", State.DECLINED, "Abroad in August"),
                        tuple("L3", State.REFUSED, "Two receive an honorarium already"),
                        tuple("V1", State.NOT_DELIVERED, "The line to the council failed on both days"));
        assertThat(assignments.findByProjectCodeOrderByReference(code))
                .element(0)
                .satisfies(expert -> assertThat(expert.paid()).isEqualByComparingTo(new BigDecimal("1400.25")));
        for (Official official : List.of(proposer, host, secretaryGeneral, head, second, accounts)) {
            assertThat(official.scriptErrors()).isEmpty();
        }
    }

    private static void local(FormRows rows, int row, String name, String organization, String honorarium) {
        rows.fill(row, "Name", name)
                .fill(row, "Organization", organization)
                .fill(row, "Subject of the presentation", "Performance agreements in Sri Lanka")
                .fill(row, "Honorarium asked", true)
                .fill(row, "Honorarium (USD)", honorarium);
    }

    private static void answer(FormRows rows, String label, String answer) {
        for (int row = 0; row < rows.count(); row++) {
            rows.fill(row, label, answer);
        }
    }

    private static List<String> references(FormRows rows) {
        return java.util.stream.IntStream.range(0, rows.count())
                .mapToObj(row -> rows.value(row, "No."))
                .toList();
    }
}
