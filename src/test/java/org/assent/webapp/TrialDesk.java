package org.assent.webapp;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assent.engine.OpenTask;
import org.assent.engine.ProcessVariable;
import org.assent.engine.Refusal;
import org.assent.engine.TaskPrefill;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** A process with one of each field, to try Tasklist and this package's own test support. */
@TestConfiguration
class TrialDesk {

    record Person(String name, String level, String birth, Integer years) {}

    /** What the delegate received last. */
    static final AtomicReference<List<Person>> PEOPLE = new AtomicReference<>(List.of());

    static final AtomicReference<Map<String, Object>> FIELDS = new AtomicReference<>(Map.of());

    @Bean
    JavaDelegate recordTrialDelegate() {
        return execution -> {
            String title = ProcessVariable.text("title").in(execution);
            if (title.equals("Refuse me")) {
                throw new Refusal("The closing date has passed, so nothing can be nominated any more.");
            }
            if (title.equals("Break")) {
                throw new IllegalStateException("The insides of the machine");
            }
            PEOPLE.set(ProcessVariable.rows("people", Person.class).in(execution));
            FIELDS.set(Map.copyOf(shown(execution.getVariables())));
        };
    }

    /** As text, so that JSON values compare too. */
    private static Map<String, Object> shown(Map<String, Object> variables) {
        Map<String, Object> shown = new java.util.TreeMap<>();
        variables.forEach((name, value) -> shown.put(name, String.valueOf(value)));
        return shown;
    }

    /** access.yaml knows nothing of the trial; an administrator, who may see it, works on no case. */
    @Bean
    ApplicationRunner officersWorkOnTheTrial(AuthorizationService grants) {
        return started -> {
            Authorization works = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            works.setGroupId("programme-officers");
            works.setResource(Resources.PROCESS_DEFINITION);
            works.setResourceId("deskTrial");
            works.addPermission(ProcessDefinitionPermissions.READ);
            works.addPermission(ProcessDefinitionPermissions.READ_TASK);
            works.addPermission(ProcessDefinitionPermissions.TASK_WORK);
            grants.saveAuthorization(works);
        };
    }

    @Bean
    TaskPrefill tryEverythingPrefill() {
        return new TaskPrefill() {
            @Override
            public String task() {
                return "tryEverything";
            }

            @Override
            public Map<String, ?> values(OpenTask task) {
                return Map.of(
                        "topic", "productivity",
                        "known", List.of(Map.of("name", "Ayşe", "economy", "Türkiye")),
                        "people", List.of(new Person("Nimal", "MANAGER", "1980-02-29", 12)));
            }
        };
    }
}
