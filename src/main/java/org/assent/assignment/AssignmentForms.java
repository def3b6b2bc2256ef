package org.assent.assignment;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.assent.assignment.Assignment.State;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the forms of this process show when they open. */
@Configuration(proxyBeanMethods = false)
class AssignmentForms {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final ProjectRegister projects;
    private final Assignments assignments;

    AssignmentForms(ProjectRegister projects, Assignments assignments) {
        this.projects = projects;
        this.assignments = assignments;
    }

    @Bean
    TaskPrefill proposeOverseasExpertsForm() {
        return form("proposeOverseasExperts", (task, values) -> {});
    }

    @Bean
    TaskPrefill proposeLocalExpertsForm() {
        return form("proposeLocalExperts", (task, values) -> {});
    }

    @Bean
    TaskPrefill approveAssignmentsForm() {
        return form(
                "approveAssignments", (task, values) -> values.put("assignmentDecisions", rows(task, State.PROPOSED)));
    }

    @Bean
    TaskPrefill confirmAssignmentsForm() {
        return form(
                "confirmAssignments",
                (task, values) -> values.put("assignmentConfirmations", rows(task, State.APPROVED)));
    }

    @Bean
    TaskPrefill confirmDeliveryForm() {
        return form("confirmDelivery", (task, values) -> values.put("deliveries", rows(task, State.CONFIRMED)));
    }

    @Bean
    TaskPrefill settleAssignmentsForm() {
        return form("settleAssignments", (task, values) -> values.put("settlements", rows(task, State.DELIVERED)));
    }

    private List<Map<String, Object>> rows(OpenTask task, State waiting) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Assignment assignment :
                assignments.findByProjectCodeAndStateOrderByReference(task.projectCode(), waiting)) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("reference", assignment.reference());
            row.put("item", assignment.item());
            row.put("proposal", assignment.proposal());
            if (waiting == State.DELIVERED) {
                row.put("paid", assignment.amount());
            }
            rows.add(row);
        }
        return rows;
    }

    private TaskPrefill form(String task, BiConsumer<OpenTask, Map<String, Object>> more) {
        return TaskPrefill.of(task, open -> {
            ProjectFacts project = projects.project(open.projectCode());
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("projectCode", project.code());
            values.put("projectTitle", project.title());
            values.put("projectDates", DAY.format(project.start()) + " to " + DAY.format(project.end()));
            more.accept(open, values);
            return values;
        });
    }
}
