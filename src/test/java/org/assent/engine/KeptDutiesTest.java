package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.LoopCardinality;
import org.camunda.bpm.model.bpmn.instance.ManualTask;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.TimeDuration;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.xml.impl.util.IoUtil;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** Whoever deploys draws nobody's duty away: each of the real models is redrawn in the ways somebody might try. */
@Tag("once")
class KeptDutiesTest {

    private static final Map<Path, Document> IN_FORCE = new HashMap<>();

    static Stream<Path> models() {
        return Drawings.models().stream();
    }

    /** What people do, and what is called: each with the model it stands in. */
    static Stream<Arguments> duties() {
        return models().flatMap(file -> Drawings.read(file).getModelElementsByType(FlowNode.class).stream()
                .filter(step -> step instanceof UserTask || step instanceof CallActivity)
                .map(step -> Arguments.of(step.getId(), file)));
    }

    @Test
    void there_are_duties_to_keep() {
        assertThat(duties()).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_may_be_deployed_as_it_is(Path file) {
        assertThatCode(() -> deploy(file, Drawings.read(file))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("models")
    void labels_instructions_and_dates_that_remind_may_be_reworded(Path file) {
        BpmnModelInstance model = Drawings.read(file);
        model.getModelElementsByType(FlowNode.class).forEach(step -> step.setName("Reworded " + step.getName()));
        model.getModelElementsByType(SequenceFlow.class).forEach(flow -> flow.setName("reworded"));
        model.getModelElementsByType(UserTask.class).forEach(task -> {
            task.getDocumentations().forEach(text -> text.setTextContent("Please read the rules once more."));
            task.setCamundaDueDate("${dueAt}");
            task.setCamundaPriority("70");
        });

        assertThatCode(() -> deploy(file, model)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void a_wait_or_a_question_of_ones_own_may_be_drawn_before_a_duty(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        ManualTask look = add(step, ManualTask.class, "lookAtIt");
        List.copyOf(step.getIncoming()).forEach(flow -> flow.setTarget(look));
        connect(look, step);

        assertThatCode(() -> deploy(file, model)).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void a_wait_may_be_drawn_at_the_edge_of_a_duty_if_it_only_reminds(String duty, Path file) {
        assertThatCode(() -> deploy(file, withTimer(duty, file, false, null))).doesNotThrowAnyException();
        assertRefused(file, withTimer(duty, file, true, null), "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void no_duty_is_passed_by(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        FlowNode next = step.getOutgoing().iterator().next().getTarget();
        List.copyOf(step.getIncoming()).forEach(flow -> flow.setTarget(next));

        assertRefused(file, model, " leads from ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void no_duty_is_taken_out(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        FlowNode next = step.getOutgoing().iterator().next().getTarget();
        List.copyOf(step.getIncoming()).forEach(flow -> flow.setTarget(next));
        List.copyOf(step.getOutgoing()).forEach(KeptDutiesTest::erase);
        model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(edge -> edge.getAttachedTo().equals(step))
                .toList()
                .forEach(edge -> {
                    List.copyOf(edge.getOutgoing()).forEach(KeptDutiesTest::erase);
                    erase(edge);
                });
        erase(step);

        assertRefused(file, model, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void no_duty_is_passed_by_after_a_while(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        String next = step.getOutgoing().iterator().next().getTarget().getId();

        assertRefused(file, withTimer(duty, file, true, next), " leads from the edge of “");
        assertRefused(file, withTimer(duty, file, false, next), " leads from the edge of “");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void no_duty_is_done_for_each_of_none(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        var loop = model.newInstance(MultiInstanceLoopCharacteristics.class);
        var times = model.newInstance(LoopCardinality.class);
        times.setTextContent("0");
        loop.setLoopCardinality(times);
        step.addChildElement(loop);

        assertRefused(file, model, "is not as in the version in force (multi-instance)");
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_task_is_given_to_others(Path file) {
        for (UserTask drawn : Drawings.read(file).getModelElementsByType(UserTask.class)) {
            for (String attribute : List.of("candidateGroups", "candidateUsers", "assignee")) {
                BpmnModelInstance model = Drawings.read(file);
                UserTask task = model.getModelElementById(drawn.getId());
                task.setAttributeValueNs(BpmnGate.CAMUNDA, attribute, "process-owners");

                assertRefused(
                        file, model, "(" + drawn.getId() + ") would belong to others than in the version in force");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void no_answer_is_turned_round(Path file) {
        for (ConditionExpression drawn : Drawings.read(file).getModelElementsByType(ConditionExpression.class)) {
            String flow = ((SequenceFlow) drawn.getParentElement()).getId();
            BpmnModelInstance other = Drawings.read(file);
            SequenceFlow answer = other.getModelElementById(flow);
            answer.getConditionExpression().setTextContent("${anything}");
            assertRefused(file, other, " without the answer that it takes in the version in force");

            BpmnModelInstance anyhow = Drawings.read(file);
            SequenceFlow open = anyhow.getModelElementById(flow);
            open.getSource().setAttributeValue("default", flow);
            assertRefused(file, anyhow, " without the answer that it takes in the version in force");
        }
    }

    @Test
    void a_selection_is_not_published_in_the_second_round_without_its_approval() {
        Path file = model("screening");
        BpmnModelInstance model = Drawings.read(file);
        connect(model.getModelElementById("reviewSelection"), model.getModelElementById("publishSelection"));
        assertRefused(file, model, "goes on in several ways at once");

        BpmnModelInstance back = Drawings.read(file);
        SequenceFlow returned = back.getModelElementById("selectionReturned");
        returned.setTarget(back.getModelElementById("publishSelection"));
        assertRefused(file, back, "publishSelection");
    }

    /** What ends a step, as a closing date does, each with the model it stands in. */
    static Stream<Arguments> ends() {
        return models().flatMap(file -> Drawings.read(file).getModelElementsByType(BoundaryEvent.class).stream()
                .filter(BoundaryEvent::cancelActivity)
                .map(edge -> Arguments.of(edge.getId(), file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ends")
    void what_ends_a_step_is_not_drawn_away_nor_made_to_remind_only(String id, Path file) {
        BpmnModelInstance reminding = Drawings.read(file);
        ((BoundaryEvent) reminding.getModelElementById(id)).setCancelActivity(false);
        assertRefused(file, reminding, "(" + id + ") is not as in the version in force (interrupting or not)");

        BpmnModelInstance without = Drawings.read(file);
        BoundaryEvent edge = without.getModelElementById(id);
        List.copyOf(edge.getOutgoing()).forEach(KeptDutiesTest::erase);
        erase(edge);
        assertRefused(file, without, "draw it at its edge again");
    }

    /** What begins a case or a part of it by an event, each with the model it stands in. */
    static Stream<Arguments> beginnings() {
        return models().flatMap(file -> Drawings.read(file).getModelElementsByType(StartEvent.class).stream()
                .filter(start -> !start.getEventDefinitions().isEmpty())
                .map(start -> Arguments.of(start.getId(), file)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("beginnings")
    void what_begins_by_an_event_is_not_drawn_away(String id, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode start = model.getModelElementById(id);
        if (start.getParentElement() instanceof SubProcess part) {
            part.getChildElementsByType(FlowNode.class)
                    .forEach(step -> shapes(step).forEach(KeptDutiesTest::remove));
            part.getChildElementsByType(SequenceFlow.class)
                    .forEach(flow -> shapes(flow).forEach(KeptDutiesTest::remove));
            erase(part);
        } else {
            List.copyOf(start.getOutgoing()).forEach(KeptDutiesTest::erase);
            erase(start);
        }

        assertRefused(file, model, "");
    }

    /** Where a case goes on after a step, each with the model it stands in. */
    static Stream<Arguments> answers() {
        return models().flatMap(file -> Drawings.read(file).getModelElementsByType(ConditionExpression.class).stream()
                .map(answer -> Arguments.of(((SequenceFlow) answer.getParentElement()).getId(), file)));
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("answers")
    void no_answer_is_drawn_away(String id, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        erase(model.getModelElementById(id));

        assertRefused(file, model, "");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void a_step_is_not_ended_into_a_round_without_end(String duty, Path file) {
        BpmnModelInstance model = withTimer(duty, file, true, null);
        FlowNode end = model.getModelElementById("waitedLong");
        ManualTask round = add(end, ManualTask.class, "roundAndRound");
        List.copyOf(end.getIncoming()).forEach(flow -> flow.setTarget(round));
        connect(round, round);
        erase(end);

        assertRefused(file, model, "make it non-interrupting");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("duties")
    void a_case_does_not_wait_before_a_duty_for_ever(String duty, Path file) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        ManualTask round = add(step, ManualTask.class, "roundAndRound");
        List.copyOf(step.getIncoming()).forEach(flow -> flow.setTarget(round));
        connect(round, round);

        assertRefused(file, model, " does not lead from ");
    }

    @Test
    void what_only_reminds_may_be_taken_out_and_nothing_else_at_an_edge() {
        int reminders = 0;
        for (Path file : Drawings.models()) {
            for (BoundaryEvent drawn : Drawings.read(file).getModelElementsByType(BoundaryEvent.class)) {
                FlowNode next = drawn.getOutgoing().iterator().next().getTarget();
                BpmnModelInstance model = Drawings.read(file);
                BoundaryEvent edge = model.getModelElementById(drawn.getId());
                List.copyOf(edge.getOutgoing()).forEach(KeptDutiesTest::erase);
                erase(edge);
                if (!drawn.cancelActivity()
                        && next instanceof SendTask
                        && next.getOutgoing().iterator().next().getTarget() instanceof EndEvent) {
                    reminders++;
                    assertThatCode(() -> deploy(file, model)).as(drawn.getId()).doesNotThrowAnyException();
                } else {
                    assertRefused(file, model, "");
                }
            }
        }
        assertThat(reminders).isPositive();
    }

    @Test
    void questions_in_a_row_do_not_keep_the_gate_busy() {
        Path file = model("signing");
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById("signAsHead");
        FlowNode last = step;
        for (int i = 0; i < 40; i++) {
            ExclusiveGateway question = add(step, ExclusiveGateway.class, "question" + i);
            ManualTask one = add(step, ManualTask.class, "one" + i);
            ExclusiveGateway met = add(step, ExclusiveGateway.class, "met" + i);
            connect(question, one);
            connect(one, met);
            connect(question, met);
            ConditionExpression condition = model.newInstance(ConditionExpression.class);
            condition.setTextContent("${answer" + i + "}");
            question.getOutgoing().iterator().next().setConditionExpression(condition);
            if (i == 0) {
                List.copyOf(step.getIncoming()).forEach(flow -> flow.setTarget(question));
            } else {
                connect(last, question);
            }
            last = met;
        }
        connect(last, step);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertRefused(file, model, "too many ways through this drawing"));
    }

    @Test
    void a_long_drawing_is_walked_through_to_its_end() throws IOException {
        Path file = model("signing");
        String drawing = Files.readString(file);
        String into = drawing.lines()
                .filter(line -> line.contains("targetRef=\"signAsHead\""))
                .findFirst()
                .orElseThrow()
                .strip();
        StringBuilder waits = new StringBuilder(into.replace("targetRef=\"signAsHead\"", "targetRef=\"wait0\""));
        for (int i = 0; i < 3000; i++) {
            String next = i == 2999 ? "signAsHead" : "wait" + (i + 1);
            waits.append(
                    "<bpmn:manualTask id=\"wait%d\"/><bpmn:sequenceFlow id=\"on%d\" sourceRef=\"wait%d\" targetRef=\"%s\"/>"
                            .formatted(i, i, i, next));
        }

        assertThatCode(() -> deploy(file, drawing.replace(into, waits))).doesNotThrowAnyException();
    }

    @Test
    void boxes_in_boxes_in_boxes_are_refused_in_a_sentence() {
        String nested = "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'>"
                + "<documentation>".repeat(9000) + "</documentation>".repeat(9000) + "</definitions>";

        assertThatThrownBy(() -> ModelGate.xml("deep.bpmn", nested.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“deep.bpmn” cannot be read");
    }

    @Test
    void a_join_still_waits_for_all() {
        Path file = model("assignment");
        BpmnModelInstance model = Drawings.read(file);
        for (String step : List.of("proposeOverseasExperts", "recordOverseasProposal")) {
            FlowNode gone = model.getModelElementById(step);
            Stream.concat(gone.getIncoming().stream(), gone.getOutgoing().stream())
                    .toList()
                    .forEach(KeptDutiesTest::erase);
            erase(gone);
        }

        assertRefused(file, model, "does not wait at “proposalsComplete” for");
    }

    @Test
    void a_branch_is_not_doubled_to_outvote_another() {
        Path file = model("assignment");
        BpmnModelInstance model = Drawings.read(file);
        FlowNode recorded = model.getModelElementById("recordLocalProposal");
        ParallelGateway fork = add(recorded, ParallelGateway.class, "twice");
        recorded.getOutgoing().forEach(flow -> flow.setSource(fork));
        connect(fork, model.getModelElementById("proposalsComplete"));

        assertRefused(file, model, "goes on in several ways at once where the version in force does not: twice");
    }

    @Test
    void a_fork_has_no_branch_twice() {
        Path file = model("assignment");
        BpmnModelInstance model = Drawings.read(file);
        connect(model.getModelElementById("proposalsAsked"), model.getModelElementById("proposeLocalExperts"));

        assertRefused(file, model, "goes on in several ways at once where the version in force does not");
    }

    @Test
    void branches_do_not_meet_before_the_join_that_waits_for_each() {
        Path file = model("assignment");
        BpmnModelInstance model = Drawings.read(file);
        FlowNode join = model.getModelElementById("proposalsComplete");
        ExclusiveGateway met = add(join, ExclusiveGateway.class, "met");
        List.copyOf(join.getIncoming()).forEach(flow -> flow.setTarget(met));
        connect(met, join);

        assertRefused(file, model, "does not wait at");
    }

    @Test
    void a_timer_does_not_end_everything() {
        Path file = model("certification");
        BpmnModelInstance model = withTimer("signCertificates", file, false, null);
        EndEvent end = model.getModelElementById("waitedLong");
        end.addChildElement(model.newInstance(TerminateEventDefinition.class));

        assertRefused(file, model, "raises an event (an error, a signal, an end of everything)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // another office decides, or the answer is written into the drawing
                "screening | candidateUsers=\"${approvers}\" | candidateUsers=\"${nominators}\" | would belong to others",
                "screening | camunda:formRef=\"approveSelection\" | camunda:formRef=\"reviewSelection\" | is not as in the version in force (form)",
                "screening | camunda:resultVariable=\"points\" | camunda:resultVariable=\"approval\" | writes into the case what the version in force does not: approval at ratePoints",
                "screening | ${publishSelectionDelegate} | ${recordScreenedDelegate} | has steps of the programme",
                "signing | <bpmn:incoming>Flow_10 | <bpmn:extensionElements><camunda:inputOutput><camunda:outputParameter name=\"signed\">true</camunda:outputParameter></camunda:inputOutput></bpmn:extensionElements><bpmn:incoming>Flow_10 | writes into the case what the version in force does not: signed",
                "announcement | <bpmn:message id=\"Message_announcement_selectionApproved\" name=\"announcement.selectionApproved\" | <bpmn:message id=\"Message_announcement_selectionApproved\" name=\"announcement.announced\" | is not as in the version in force (messageEventDefinition)",
                "announcement | cancelActivity=\"false\" | cancelActivity=\"true\" | is not as in the version in force (interrupting or not)",
                "certification | >sendCertificates< | >tellRevocation< | is not as in the version in force (inputs, outputs or listeners)",
            })
    void what_a_step_is_stays(String name, String drawn, String instead, String sentence) throws IOException {
        Path file = model(name);
        String before = Files.readString(file);
        assertThat(before).contains(drawn);

        assertThatThrownBy(() -> deploy(file, before.replace(drawn, instead)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence == null ? "" : sentence)
                .hasMessageEndingWith("Nothing was deployed.");
    }

    @Test
    void a_reminder_may_be_sent_once_more_but_no_decision() {
        for (String letter : List.of("sendCertificates", "tellRevocation")) {
            assertThatThrownBy(() ->
                            deploy(model("certification"), withLetter("certification", "signCertificates", letter)))
                    .hasMessageContaining("sends the letter “" + letter + "”: a box that you add may send a reminder");
        }
        assertThatCode(() -> deploy(model("drafting"), withLetter("drafting", "approveDraft", "remindDraft")))
                .doesNotThrowAnyException();
    }

    private static BpmnModelInstance withLetter(String process, String task, String letter) {
        BpmnModelInstance model = withTimer(task, model(process), false, null);
        FlowNode waited = model.getModelElementById("waiting");
        SequenceFlow out = waited.getOutgoing().iterator().next();
        var mail = add(waited, SendTask.class, "remindAgain");
        mail.setCamundaDelegateExpression(DrawnProcess.MAIL);
        mail.builder().camundaInputParameter("template", letter);
        FlowNode end = out.getTarget();
        out.setTarget(mail);
        connect(mail, end);
        return model;
    }

    private static BpmnModelInstance withTimer(String duty, Path file, boolean interrupting, String next) {
        BpmnModelInstance model = Drawings.read(file);
        FlowNode step = model.getModelElementById(duty);
        BoundaryEvent timer = add(step, BoundaryEvent.class, "waiting");
        timer.setAttachedTo(model.getModelElementById(duty));
        timer.setCancelActivity(interrupting);
        TimerEventDefinition wait = model.newInstance(TimerEventDefinition.class);
        timer.addChildElement(wait);
        TimeDuration duration = model.newInstance(TimeDuration.class);
        duration.setTextContent("PT1H");
        wait.setTimeDuration(duration);
        connect(timer, next == null ? add(step, EndEvent.class, "waitedLong") : model.getModelElementById(next));
        return model;
    }

    private static <T extends FlowNode> T add(FlowNode beside, Class<T> kind, String id) {
        T added = beside.getModelInstance().newInstance(kind, id);
        beside.getParentElement().addChildElement(added);
        return added;
    }

    private static void connect(FlowNode from, FlowNode to) {
        SequenceFlow flow = from.getModelInstance().newInstance(SequenceFlow.class);
        from.getParentElement().addChildElement(flow);
        flow.setSource(from);
        flow.setTarget(to);
        from.getOutgoing().add(flow);
        to.getIncoming().add(flow);
    }

    private static void erase(BaseElement element) {
        shapes(element).forEach(KeptDutiesTest::remove);
        remove(element);
    }

    private static void remove(ModelElementInstance element) {
        element.getParentElement().removeChildElement(element);
    }

    private static List<? extends ModelElementInstance> shapes(BaseElement element) {
        var model = element.getModelInstance();
        return Stream.concat(
                        model.getModelElementsByType(BpmnEdge.class).stream()
                                .filter(edge -> element.equals(edge.getBpmnElement())),
                        model.getModelElementsByType(BpmnShape.class).stream()
                                .filter(shape -> element.equals(shape.getBpmnElement())))
                .toList();
    }

    private static Path model(String process) {
        return Path.of("processes", process, process + ".bpmn");
    }

    private static void assertRefused(Path file, BpmnModelInstance model, String sentence) {
        assertThatThrownBy(() -> deploy(file, model))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence)
                .hasMessageEndingWith("Nothing was deployed.");
    }

    private static void deploy(Path file, BpmnModelInstance model) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        IoUtil.writeDocumentToOutputStream(model.getDocument(), written);
        deploy(file, written.toString(StandardCharsets.UTF_8));
    }

    private static void deploy(Path file, String drawing) throws IOException {
        Document inForce = IN_FORCE.computeIfAbsent(file, Drawings::document);
        String name = file.getFileName().toString();
        KeptDuties.check(name, ModelGate.xml(name, drawing.getBytes(StandardCharsets.UTF_8)), process -> inForce);
    }
}
