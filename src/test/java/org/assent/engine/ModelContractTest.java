package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Each diagram keeps the promises it makes to Java, forms and tables, and they keep theirs. What fails here tells a
 * process owner what to do.
 */
@Tag("once")
class ModelContractTest {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    /** Delegates that any diagram may use under a box of its own name. */
    private static final Set<String> OFFERED = Set.of("sendMailDelegate");

    private static final Pattern READS_A_VARIABLE = Pattern.compile("\\$\\{!?\\w+( == '\\w+')?}");
    private static final Pattern GENERATED = Pattern.compile("(Activity|Event|Gateway|StartEvent|Process)_\\w+");

    static List<Path> models() {
        return Drawings.models();
    }

    @Test
    void there_are_models_to_check() {
        assertThat(models()).hasSizeGreaterThanOrEqualTo(7);
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_file_and_its_folder_are_named_after_the_process(Path file) {
        assertThat(process(file).getId())
                .as("process id of %s: give the process, the file and its folder one name", file)
                .isEqualTo(Drawings.nameOf(file))
                .isEqualTo(file.getParent().getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_box_that_a_computer_works_names_a_delegate_that_exists(Path file) {
        Set<String> beans = delegateBeans();
        for (Task task : delegating(file)) {
            String bean = delegateOf(task);
            assertThat(beans)
                    .as(
                            "“%s” (%s) in %s asks for %s: write that delegate, or name the box after one that exists",
                            task.getName(), task.getId(), file, bean)
                    .contains(bean);
            if (!OFFERED.contains(bean)) {
                assertThat(bean)
                        .as("“%s” in %s: the delegate bears the id of its box", task.getName(), file)
                        .isEqualTo(task.getId() + "Delegate");
            }
        }
    }

    @Test
    void a_delegate_is_used_by_some_model() {
        Set<String> named = models().stream()
                .flatMap(file -> delegating(file).stream())
                .map(ModelContractTest::delegateOf)
                .collect(Collectors.toSet());
        assertThat(delegateBeans())
                .as("delegates that no diagram uses any more: delete them, or draw their box")
                .filteredOn(bean -> !named.contains(bean))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_opens_the_form_of_its_own_name_and_says_what_to_do(Path file) {
        for (UserTask task : Drawings.read(file).getModelElementsByType(UserTask.class)) {
            String box = "“%s” (%s) in %s".formatted(task.getName(), task.getId(), file);
            Path form = Drawings.form(Drawings.nameOf(file), task.getId());
            assertThat(form).as("form of %s: draw it and save it there", box).exists();
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRef"))
                    .as("form reference of %s", box)
                    .isEqualTo(task.getId());
            assertThat(task.getAttributeValueNs(CAMUNDA, "formRefBinding"))
                    .as("form binding of %s: choose “deployment”, so that a running case keeps its form", box)
                    .isEqualTo("deployment");
            assertThat(task.getDocumentations())
                    .as("documentation of %s: write the official's instruction there", box)
                    .isNotEmpty()
                    .allSatisfy(text -> assertThat(text.getTextContent()).hasSizeGreaterThan(40));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_user_task_belongs_to_a_group_that_exists(Path file) {
        Set<String> groups = new TreeSet<>(Groups.ids());
        Groups.ofOffices().forEach(variable -> groups.add("${" + variable + "}"));
        for (UserTask task : Drawings.read(file).getModelElementsByType(UserTask.class)) {
            if (task.getCamundaCandidateUsers() != null) {
                assertThat(task.getCamundaCandidateUsers())
                        .as("candidate users of “%s” in %s read a variable", task.getName(), file)
                        .matches(READS_A_VARIABLE);
                continue;
            }
            assertThat(task.getCamundaCandidateGroupsList())
                    .as("candidate groups of “%s” in %s: one or more of %s", task.getName(), file, groups)
                    .isNotEmpty()
                    .isSubsetOf(groups);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_start_form_exists(Path file) {
        for (StartEvent start : Drawings.read(file).getModelElementsByType(StartEvent.class)) {
            String form = start.getAttributeValueNs(CAMUNDA, "formRef");
            if (form != null) {
                assertThat(Drawings.form(Drawings.nameOf(file), form)).exists();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_model_contains_no_script_and_no_class_name(Path file) throws IOException {
        BpmnModelInstance model = Drawings.read(file);
        assertThat(model.getModelElementsByType(ScriptTask.class))
                .as("script tasks in %s: let a delegate do it", file)
                .isEmpty();
        assertThat(model.getModelElementsByType(CamundaScript.class)).isEmpty();
        assertThat(Files.readString(file))
                .as("%s: a box names a delegate, never a class, and no listener runs beside the drawing", file)
                .doesNotContain("camunda:class=", "camunda:expression=", "executionListener", "taskListener");
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_condition_or_a_timer_only_reads_a_variable(Path file) {
        BpmnModelInstance model = Drawings.read(file);
        Stream.of(
                        model.getModelElementsByType(ConditionExpression.class).stream(),
                        model.getModelElementsByType(TimeDate.class).stream())
                .flatMap(elements -> elements)
                .forEach(element -> assertThat(element.getTextContent().trim())
                        .as(
                                "%s: a condition or date reads one variable, as ${approved}, ${!approved} or ${kind == 'CANCEL'}; dates come from tables",
                                file)
                        .matches(READS_A_VARIABLE));
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_gateway_that_splits_asks_a_question_and_its_flows_answer(Path file) {
        for (ExclusiveGateway gateway : Drawings.read(file).getModelElementsByType(ExclusiveGateway.class)) {
            if (gateway.getOutgoing().size() < 2) {
                continue;
            }
            String box = "gateway “%s” (%s) in %s".formatted(gateway.getName(), gateway.getId(), file);
            assertThat(gateway.getName())
                    .as("%s: label it with a question", box)
                    .endsWith("?");
            assertThat(gateway.getDefault())
                    .as("%s: choose a default flow", box)
                    .isNotNull();
            for (SequenceFlow answer : gateway.getOutgoing()) {
                assertThat(answer.getName())
                        .as("a flow of %s: label it with the answer", box)
                        .isNotBlank();
                assertThat(answer.getConditionExpression() != null || answer.equals(gateway.getDefault()))
                        .as("flow “%s” of %s: give it a condition", answer.getName(), box)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void every_step_has_a_label_and_a_chosen_id(Path file) {
        for (FlowNode node : Drawings.read(file).getModelElementsByType(FlowNode.class)) {
            assertThat(node.getId())
                    .as("id in %s: choose a word, ids are for ever", file)
                    .doesNotMatch(GENERATED);
            boolean joins = node.getOutgoing().size() < 2 && node instanceof ExclusiveGateway;
            if (!(node instanceof ParallelGateway || node instanceof EventBasedGateway || joins)) {
                assertThat(node.getName())
                        .as("label of %s in %s", node.getId(), file)
                        .isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void what_a_model_calls_exists_and_is_bound_to_its_deployment(Path file) {
        BpmnModelInstance model = Drawings.read(file);
        Set<String> processes = models().stream().map(Drawings::nameOf).collect(Collectors.toSet());
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            assertThat(processes)
                    .as("“%s” in %s calls a process", call.getName(), file)
                    .contains(call.getCalledElement());
            assertThat(call.getCamundaCalledElementBinding())
                    .as("binding of “%s” in %s: choose “deployment”", call.getName(), file)
                    .isEqualTo("deployment");
        }
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            assertThat(file.resolveSibling(rule.getCamundaDecisionRef() + ".dmn"))
                    .as("table of “%s” in %s", rule.getName(), file)
                    .exists();
            assertThat(rule.getCamundaDecisionRefBinding())
                    .as("binding of “%s” in %s: choose “deployment”", rule.getName(), file)
                    .isEqualTo("deployment");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void a_case_is_kept_for_a_time_given_in_days(Path file) {
        assertThat(process(file).getCamundaHistoryTimeToLiveString())
                .as("history time to live of %s, in days, as P3650D", file)
                .matches("P\\d+D");
    }

    @Test
    void no_two_files_share_a_name() {
        assertThat(Stream.of(Drawings.models(), Drawings.tables(), Drawings.forms())
                        .flatMap(Collection::stream)
                        .map(file -> file.getFileName().toString()))
                .as("in the packaged jar a file deploys under its bare name, and of two equal ones one is lost")
                .doesNotHaveDuplicates();
    }

    @Test
    void a_table_is_used_by_a_model_of_its_folder() {
        for (Path table : Drawings.tables()) {
            Path model = table.resolveSibling(table.getParent().getFileName() + ".bpmn");
            Set<String> used = Drawings.read(model).getModelElementsByType(BusinessRuleTask.class).stream()
                    .map(BusinessRuleTask::getCamundaDecisionRef)
                    .collect(Collectors.toSet());
            assertThat(used).as("%s is used by a box of %s", table, model).contains(Drawings.nameOf(table));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void ids_once_released_stay(Path file) throws IOException {
        Path released = Path.of("src/test/resources/released-ids", Drawings.nameOf(file) + ".txt");
        assertThat(released)
                .as("the list of released ids of %s: add the new ids to it, one a line", file)
                .exists();
        Set<String> present = Drawings.read(file).getModelElementsByType(FlowNode.class).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(present)
                .as(
                        "ids of %s: history and running cases hold on to them, so a released id is not renamed or reused; new ones go into %s",
                        file, released)
                .containsExactlyInAnyOrderElementsOf(Files.readAllLines(released));
    }

    /** Separation of duties: a misspelt task would bar nobody. */
    @ParameterizedTest
    @MethodSource("models")
    void what_bars_somebody_from_a_task_is_a_task_that_exists(Path file) {
        Set<String> everywhere = models().stream()
                .flatMap(model -> Drawings.read(model).getModelElementsByType(UserTask.class).stream())
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        BpmnModelInstance model = Drawings.read(file);
        Set<String> here = model.getModelElementsByType(UserTask.class).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toCollection(TreeSet::new));
        for (CamundaProperty property : model.getModelElementsByType(CamundaProperty.class)) {
            assertThat(property.getCamundaName())
                    .as("extension property in %s: notBy and notByInSameRound are all that this desk knows", file)
                    .isIn(Bars.NOT_BY, Bars.NOT_BY_IN_SAME_ROUND);
            assertThat(property.getParentElement().getParentElement().getParentElement())
                    .as("%s in %s belongs to a user task", property.getCamundaName(), file)
                    .isInstanceOf(UserTask.class);
            assertThat(Bars.split(property.getCamundaValue()))
                    .as(
                            "%s in %s: it names the tasks whose people are barred by their ids, with commas between",
                            property.getCamundaName(), file)
                    .isNotEmpty()
                    .isSubsetOf(property.getCamundaName().equals(Bars.NOT_BY) ? everywhere : here);
        }
    }

    /** Who may not do what because of what they did: a decision for governance, so it stands here a second time. */
    @Test
    void duties_that_are_to_be_separated_are() {
        Map<String, Set<String>> separated = new TreeMap<>();
        models().stream()
                .flatMap(file -> DrawnProcess.all(Drawings.document(file)).stream())
                .forEach(process -> process.bars().forEach((task, barred) -> separated
                        .computeIfAbsent(task, id -> new TreeSet<>())
                        .addAll(barred.stream()
                                .map(bar -> bar.replaceFirst("^\\w+ ", ""))
                                .toList())));

        assertThat(separated)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        // whoever entered, endorsed or screened candidates does not approve the selection
                        barred(
                                "approveSelection",
                                "enterCandidates",
                                "endorseCandidates",
                                "decideReferred",
                                "reviewSelection"),
                        // whoever drafted does not review, approve or sign
                        barred("approveNotification", "draftNotification", "checkNotification"),
                        barred("approveDraft", "draftAgreement"),
                        barred("reviewDraft", "draftAgreement", "approveDraft"),
                        barred("reviewDisputed", "draftAgreement", "approveDraft", "reviewDraft"),
                        barred("signAsHead", "draftAgreement", "reviewDraft", "reviewDisputed"),
                        barred("countersign", "draftAgreement", "approveDraft", "signAsHead"),
                        // whoever proposed a payment does not approve, confirm or release it
                        barred("approveAssignments", "proposeOverseasExperts", "proposeLocalExperts"),
                        barred(
                                "confirmAssignments",
                                "proposeOverseasExperts",
                                "proposeLocalExperts",
                                "approveAssignments"),
                        barred("confirmDelivery", "approveAssignments", "confirmAssignments"),
                        barred(
                                "settleAssignments",
                                "proposeOverseasExperts",
                                "proposeLocalExperts",
                                "approveAssignments",
                                "confirmAssignments",
                                "confirmDelivery"),
                        // whoever proposed, entered or reported does not decide
                        barred("decideChange", "proposeChange"),
                        barred("endorseCandidates", "enterCandidates"),
                        barred("signCertificates", "recordAttendance", "correctAttendance", "reviewAttendanceDoubts"),
                        barred("evaluateHalfYear", "reportQuarter"),
                        barred("approveYear", "reportYear"),
                        barred("evaluateFigures", "reportQuarter", "reportYear", "approveYear"),
                        barred("reviewScores", "reportQuarter", "reportYear", "approveYear", "evaluateFigures"),
                        barred(
                                "decideScores",
                                "reportQuarter",
                                "reportYear",
                                "approveYear",
                                "evaluateFigures",
                                "reviewScores")));
    }

    private static Map.Entry<String, Set<String>> barred(String task, String... earlier) {
        return Map.entry(task, new TreeSet<>(Set.of(earlier)));
    }

    private static List<Task> delegating(Path file) {
        BpmnModelInstance model = Drawings.read(file);
        return Stream.concat(
                        model.getModelElementsByType(ServiceTask.class).stream(),
                        model.getModelElementsByType(SendTask.class).stream())
                .map(Task.class::cast)
                .toList();
    }

    private static String delegateOf(Task task) {
        String expression = task.getAttributeValueNs(CAMUNDA, "delegateExpression");
        assertThat(expression)
                .as(
                        "“%s” (%s): set the delegate expression, as ${%sDelegate}",
                        task.getName(), task.getId(), task.getId())
                .isNotNull();
        return expression.replaceAll("^\\$\\{(\\w+)}$", "$1");
    }

    private static Set<String> delegateBeans() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(JavaDelegate.class));
        return scanner.findCandidateComponents("org.assent").stream()
                .map(bean -> Objects.requireNonNull(bean.getBeanClassName()))
                .filter(name -> !name.contains("Test") && !name.endsWith(".Burglar"))
                .map(name -> StringUtils.uncapitalize(ClassUtils.getShortName(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Process process(Path file) {
        return Drawings.read(file)
                .getModelElementsByType(Process.class)
                .iterator()
                .next();
    }
}
