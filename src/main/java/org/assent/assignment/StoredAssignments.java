package org.assent.assignment;

import java.util.List;
import org.springframework.stereotype.Component;

/** The register over our tables. */
@Component
class StoredAssignments implements AssignmentRegister {

    private final Assignments assignments;

    StoredAssignments(Assignments assignments) {
        this.assignments = assignments;
    }

    @Override
    public List<AssignmentLine> assignments(String projectCode) {
        return assignments.findByProjectCodeOrderByReference(projectCode).stream()
                .map(assignment -> new AssignmentLine(
                        assignment.reference(),
                        assignment.item(),
                        assignment.proposal(),
                        label(assignment.state()),
                        assignment.amount(),
                        assignment.paid()))
                .toList();
    }

    private static String label(Assignment.State state) {
        return switch (state) {
            case PROPOSED -> "Proposed";
            case APPROVED -> "Approved";
            case REFUSED -> "Refused";
            case CONFIRMED -> "Confirmed";
            case DECLINED -> "Not available";
            case DELIVERED -> "Delivered";
            case NOT_DELIVERED -> "Did not take place";
            case SETTLED -> "Settled";
        };
    }
}
