package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Who did the earlier task of a pair does not get the later one, by whatever door. The pairs are those of the real
 * models; here they stand in small ones, so that each can be tried at each door.
 */
@Tag("once")
@SpringBootTest
@ExtendWith(FreshDesk.class)
class SeparatedDutiesTest {

    private static final String FIRST = "first-official";
    private static final String OTHER = "other-official";

    @Autowired
    ProcessEngine engine;

    private final List<String> deployed = new ArrayList<>();

    /** Each way by which somebody may come to stand behind a task. */
    enum Door {
        CLAIM(FIRST, (tasks, task) -> tasks.getTaskService().claim(task, FIRST)),
        ASSIGN(OTHER, (tasks, task) -> tasks.getTaskService().setAssignee(task, FIRST)),
        DELEGATE(OTHER, (tasks, task) -> tasks.getTaskService().delegateTask(task, FIRST)),
        OWN(OTHER, (tasks, task) -> tasks.getTaskService().setOwner(task, FIRST)),
        COMPLETE(FIRST, (tasks, task) -> tasks.getTaskService().complete(task)),
        COMPLETE_AND_ANSWER(
                FIRST, (tasks, task) -> tasks.getTaskService().completeWithVariablesInReturn(task, Map.of(), false)),
        SUBMIT(FIRST, (tasks, task) -> tasks.getFormService().submitTaskForm(task, Map.of())),
        SUBMIT_AND_ANSWER(FIRST, (tasks, task) -> tasks.getFormService()
                .submitTaskFormWithVariablesInReturn(task, Map.of(), false)),
        SAVE_ASSIGNEE(OTHER, (tasks, task) -> save(tasks, task, row -> row.setAssignee(FIRST))),
        SAVE_OWNER(OTHER, (tasks, task) -> save(tasks, task, row -> row.setOwner(FIRST))),
        LINK_ASSIGNEE(OTHER, (tasks, task) -> tasks.getTaskService().addUserIdentityLink(task, FIRST, "assignee")),
        LINK_OWNER(OTHER, (tasks, task) -> tasks.getTaskService().addUserIdentityLink(task, FIRST, "owner"));

        private final String caller;
        private final BiConsumer<ProcessEngine, String> way;

        Door(String caller, BiConsumer<ProcessEngine, String> way) {
            this.caller = caller;
            this.way = way;
        }

        private static void save(ProcessEngine engine, String task, Consumer<Task> change) {
            Task row = engine.getTaskService().createTaskQuery().taskId(task).singleResult();
            change.accept(row);
            engine.getTaskService().saveTask(row);
        }
    }

    static Stream<Arguments> pairs() {
        return barred().flatMap(later -> Stream.of(Bars.NOT_BY, Bars.NOT_BY_IN_SAME_ROUND)
                .flatMap(name ->
                        named(later, name).stream().map(earlier -> Arguments.of(earlier, later.getId(), name))));
    }

    private static Stream<UserTask> barred() {
        return Drawings.models().stream()
                .flatMap(file -> Drawings.read(file).getModelElementsByType(UserTask.class).stream());
    }

    static List<String> named(UserTask task, String name) {
        return task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
                .filter(property -> name.equals(property.getCamundaName()))
                .filter(property -> task.equals(
                        property.getParentElement().getParentElement().getParentElement()))
                .flatMap(property -> Arrays.stream(property.getCamundaValue().split("[,\\s]+")))
                .toList();
    }

    @AfterEach
    void asItWas() {
        engine.getIdentityService().clearAuthentication();
        deployed.forEach(id -> Models.takeBack(engine, id));
    }

    @ParameterizedTest(name = "{0} before {1}")
    @MethodSource("pairs")
    void who_did_the_earlier_task_comes_to_the_later_one_by_no_door(String earlier, String later, String bar) {
        // as in the models: one diagram calls another, except for what counts in one round only
        boolean sameRound = bar.equals(Bars.NOT_BY_IN_SAME_ROUND);
        start(earlier, later, bar, !sameRound);
        complete(FIRST, earlier);

        for (Door door : Door.values()) {
            assertThatThrownBy(() -> as(door.caller, () -> door.way.accept(engine, id(later))))
                    .as(door.name())
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("completed “%s” in this case".formatted(label(earlier)))
                    .hasMessageContaining("“%s”".formatted(label(later)));
            assertThat(task(later).getAssignee()).as(door.name()).isNull();
            assertThat(task(later).getOwner()).as(door.name()).isNull();
        }
        assertThatCode(() -> as(OTHER, () -> engine.getTaskService().claim(id(later), OTHER)))
                .doesNotThrowAnyException();
        complete(OTHER, later);
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey(later)
                        .count())
                .isZero();
    }

    @Test
    void the_one_barred_is_told_so_in_one_sentence() {
        start("screen", "approve", Bars.NOT_BY, false);
        complete(FIRST, "screen");

        assertThatThrownBy(() -> complete(FIRST, "approve"))
                .hasMessage("You completed “To screen” in this case, so somebody else has to take “To approve”.");
        assertThatThrownBy(() -> as(OTHER, () -> engine.getTaskService().setAssignee(id("approve"), FIRST)))
                .hasMessage(
                        "Whoever completed “To screen” in this case cannot take “To approve”, nor can anybody for them.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Door.class,
            names = {"CLAIM", "COMPLETE", "SUBMIT", "ASSIGN", "OWN"})
    void neither_who_substituted_nor_who_was_substituted_comes_to_the_later_task(Door door) {
        start("screen", "approve", Bars.NOT_BY, true);
        as("a-third", () -> {
            engine.getTaskService().setOwner(id("screen"), FIRST);
            engine.getTaskService().setAssignee(id("screen"), "substitute");
        });
        complete("substitute", "screen");

        assertThatThrownBy(() -> as(door.caller, () -> door.way.accept(engine, id("approve"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> as("substitute", () -> engine.getTaskService().claim(id("approve"), "substitute")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> complete("substitute", "approve")).isInstanceOf(Refusal.class);
    }

    @Test
    void who_worked_on_a_delegated_task_inherits_the_bar_though_its_owner_completed_it() {
        start("screen", "approve", Bars.NOT_BY, false);
        as(OTHER, () -> {
            engine.getTaskService().claim(id("screen"), OTHER);
            engine.getTaskService().delegateTask(id("screen"), FIRST);
        });
        as(FIRST, () -> engine.getTaskService().resolveTask(id("screen")));
        complete(OTHER, "screen");

        assertThatThrownBy(() -> complete(FIRST, "approve")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> complete(OTHER, "approve")).isInstanceOf(Refusal.class);
        assertThatCode(() -> complete("a-third", "approve")).doesNotThrowAnyException();
    }

    @Test
    void nobody_completes_a_task_for_somebody_who_is_barred() {
        start("screen", "approve", Bars.NOT_BY, false);
        as(OTHER, () -> engine.getTaskService().claim(id("screen"), OTHER));
        complete(OTHER, "screen");
        as("a-third", () -> engine.getTaskService().claim(id("approve"), "a-third"));

        assertThatThrownBy(() -> as("a-third", () -> engine.getTaskService().setOwner(id("approve"), OTHER)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_task_is_claimed_for_oneself_only_and_ends_with_its_form() {
        start("screen", "approve", Bars.NOT_BY, false);

        assertThatThrownBy(() -> as(FIRST, () -> engine.getTaskService().claim(id("screen"), OTHER)))
                .hasMessage("A task is claimed by whoever works on it, so nothing was changed.");
        assertThatThrownBy(() -> as(FIRST, () -> engine.getTaskService().handleBpmnError(id("screen"), "any")))
                .hasMessage("A step ends with its form, so nothing was changed.");
        assertThatThrownBy(() -> as(FIRST, () -> engine.getTaskService().handleEscalation(id("screen"), "any")))
                .hasMessage("A step ends with its form, so nothing was changed.");
    }

    @Test
    void the_history_names_who_completed_a_task_that_nobody_had_claimed() {
        start("screen", "approve", Bars.NOT_BY, false);
        complete(FIRST, "screen");

        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskDefinitionKey("screen")
                        .unfinished()
                        .list())
                .isEmpty();
        assertThat(engine.getHistoryService()
                        .createHistoricTaskInstanceQuery()
                        .taskDefinitionKey("screen")
                        .taskAssignee(FIRST)
                        .finished()
                        .count())
                .isEqualTo(1);
    }

    /** The earlier task and the later one, each in a diagram of its own that a third one calls, or in one diagram. */
    private void start(String earlier, String later, String bar, boolean apart) {
        var deployment = engine.getRepositoryService().createDeployment().name("pairs");
        if (apart) {
            deployment
                    .addModelInstance(
                            "whole.bpmn",
                            Bpmn.createExecutableProcess("whole")
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .callActivity("callEarlier")
                                    .calledElement("earlierPart")
                                    .callActivity("callLater")
                                    .calledElement("laterPart")
                                    .endEvent()
                                    .done())
                    .addModelInstance("earlier.bpmn", model("earlierPart", earlier))
                    .addModelInstance("later.bpmn", bar(model("laterPart", later), later, bar, earlier));
        } else {
            deployment.addModelInstance(
                    "whole.bpmn",
                    bar(
                            Bpmn.createExecutableProcess("whole")
                                    .camundaHistoryTimeToLiveString("P1D")
                                    .startEvent()
                                    .userTask(earlier)
                                    .name(label(earlier))
                                    .userTask(later)
                                    .name(label(later))
                                    .endEvent()
                                    .done(),
                            later,
                            bar,
                            earlier));
        }
        deployed.add(deployment.deploy().getId());
        engine.getRuntimeService().startProcessInstanceByKey("whole");
    }

    private static BpmnModelInstance model(String process, String task) {
        return Bpmn.createExecutableProcess(process)
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .userTask(task)
                .name(label(task))
                .endEvent()
                .done();
    }

    private static BpmnModelInstance bar(BpmnModelInstance model, String later, String bar, String earlier) {
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(bar);
        property.setCamundaValue(earlier);
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.getCamundaProperties().add(property);
        UserTask task = model.getModelElementById(later);
        task.builder().addExtensionElement(properties);
        return model;
    }

    private static String label(String task) {
        return "To " + task;
    }

    private Task task(String key) {
        return Objects.requireNonNull(
                engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult());
    }

    private String id(String key) {
        return task(key).getId();
    }

    private void complete(String user, String key) {
        as(user, () -> engine.getTaskService().complete(id(key)));
    }

    /** With every grant there is, so that nothing but the bar refuses. */
    private void as(String user, Runnable act) {
        engine.getIdentityService().setAuthentication(user, groups());
        try {
            act.run();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static List<String> groups() {
        return List.of(Groups.CAMUNDA_ADMIN);
    }
}
