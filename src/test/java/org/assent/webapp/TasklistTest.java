package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@DeskTest
@Import(TrialDesk.class)
@TestPropertySource(
        properties = {
            "camunda.bpm.deployment-resource-pattern=classpath*:desk/*",
            "camunda.bpm.admin-user.id=chief",
            "camunda.bpm.admin-user.password=demo",
            "camunda.bpm.filter.create=All tasks"
        })
class TasklistTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @BeforeEach
    void aTaskWaits() {
        runtime.createProcessInstanceQuery().list().forEach(one -> runtime.deleteProcessInstance(one.getId(), "next"));
        runtime.startProcessInstanceByKey("deskTrial");
    }

    @Test
    void rows_of_a_list_are_added_edited_and_removed_and_the_task_is_completed(Desk desk) {
        Official chief = desk.login("chief").open("Try every field");
        chief.photograph(Path.of("/tmp/webapp/open.png"));
        java.nio.file.Path dom = Path.of("/tmp/webapp/dom.html");
        try {
            java.nio.file.Files.writeString(dom, chief.page().content());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        chief.fill("Title", "A list");
        FormRows people = chief.rows("People");
        assertThat(people.value(0, "Name")).isEqualTo("Nimal");
        people.fill(0, "Name", "Nimal Perera");
        int second = people.add();
        people.fill(second, "Name", "Zeynep")
                .fill(second, "Level", "Officer")
                .fill(second, "Date of birth", "1990-12-01");
        int third = people.add();
        people.fill(third, "Name", "Nobody");
        people.remove(third);
        people.fill(second, "Years of experience", 7);
        chief.photograph(Path.of("/tmp/webapp/rows.png"));
        chief.complete();

        assertThat(TrialDesk.PEOPLE.get()).extracting(TrialDesk.Person::name).containsExactly("Nimal Perera", "Zeynep");
    }
}
