package org.assent.assignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assent.assignment.Assignment.State;
import org.assent.engine.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes assignments. */
@Service
@Transactional
class AssignmentService {

    /** The APO pays an honorarium for up to two local resource persons (R8). */
    static final int MOST_HONORARIA = 2;

    private final Assignments assignments;

    AssignmentService(Assignments assignments) {
        this.assignments = assignments;
    }

    void proposeOverseas(String code, List<OverseasExpert> experts, String by) {
        int number = 0;
        for (OverseasExpert expert : experts) {
            assignments.save(Assignment.of(code, ++number, expert, by));
        }
    }

    void proposeLocal(String code, List<LocalExpert> experts, List<SiteVisit> visits, String by) {
        int number = 0;
        for (LocalExpert expert : experts) {
            assignments.save(Assignment.of(code, ++number, expert, by));
        }
        number = 0;
        for (SiteVisit visit : visits) {
            assignments.save(Assignment.of(code, ++number, visit, by));
        }
    }

    /** Decides on every proposal; says whether anything was approved. */
    boolean approve(String code, List<Answer> answers, String by) {
        forEach(code, State.PROPOSED, answers, (assignment, answer) -> {
            if ("APPROVE".equals(answer.decision())) {
                assignment.approve(by);
            } else {
                assignment.refuse(answer.reason(), by);
            }
        });
        List<Assignment> approved = assignments.findByProjectCodeAndStateOrderByReference(code, State.APPROVED);
        if (approved.stream().filter(Assignment::honorarium).count() > MOST_HONORARIA) {
            throw new Refusal("At most two local resource persons can receive an honorarium from the APO.");
        }
        return !approved.isEmpty();
    }

    void confirm(String code, List<Answer> answers, String by) {
        forEach(code, State.APPROVED, answers, (assignment, answer) -> {
            if ("CONFIRM".equals(answer.answer())) {
                assignment.confirm(by);
            } else {
                assignment.decline(answer.reason(), by);
            }
        });
    }

    void deliver(String code, List<Answer> answers, String by) {
        forEach(code, State.CONFIRMED, answers, (assignment, answer) -> {
            if ("YES".equals(answer.delivered())) {
                assignment.deliver(by);
            } else {
                assignment.fail(answer.reason(), by);
            }
        });
    }

    void settle(String code, List<Answer> answers, String by) {
        forEach(code, State.DELIVERED, answers, (assignment, answer) -> {
            if (!answer.settled()) {
                throw new Refusal("Item " + assignment.reference() + " is not marked as settled yet.");
            }
            assignment.settle(answer.paid(), answer.paymentReference(), by);
        });
    }

    /** Each waiting item needs its line: none is passed over and none is invented. */
    private void forEach(String code, State waiting, List<Answer> answers, BiConsumer<Assignment, Answer> decide) {
        Map<String, Answer> byReference = new HashMap<>();
        answers.forEach(answer -> byReference.put(answer.reference(), answer));
        for (Assignment assignment : assignments.findByProjectCodeAndStateOrderByReference(code, waiting)) {
            Answer answer = byReference.remove(assignment.reference());
            if (answer == null) {
                throw new Refusal("Item " + assignment.reference() + " has no answer yet.");
            }
            decide.accept(assignment, answer);
        }
        if (!byReference.isEmpty()) {
            throw new Refusal("There is no item with this number to decide on; please open the task again.");
        }
    }
}
