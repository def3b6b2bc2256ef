package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/** A model with its forms and tables, and its Java contract, name the same variables, no more and no fewer. */
@Tag("once")
class VariableContractTest {

    private static final Pattern VARIABLE = Pattern.compile("[$#]\\{!?(\\w+)( == '\\w+')?}");

    static List<Path> models() {
        return Drawings.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void model_and_contract_name_the_same_variables(Path file) throws Exception {
        Set<String> drawn = variablesOf(file);
        Set<String> written = contractOf(file);
        assertThat(drawn)
                .as(
                        "names in %s, its forms and tables that its contract class does not know: a misspelt field or variable? Else an engineer adds it to the class",
                        file)
                .filteredOn(name -> !written.contains(name))
                .isEmpty();
        assertThat(written)
                .as("names in the contract class that %s, its forms and tables no longer use", file)
                .filteredOn(name -> !drawn.contains(name))
                .isEmpty();
    }

    private static Set<String> variablesOf(Path file) {
        Set<String> names = new TreeSet<>();
        BpmnModelInstance model = Drawings.read(file);
        Stream.of(
                        model.getModelElementsByType(ConditionExpression.class).stream(),
                        model.getModelElementsByType(TimeDate.class).stream())
                .flatMap(elements -> elements)
                .forEach(element -> addAll(element.getTextContent(), names));
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            addAll(task.getCamundaCandidateUsers(), names);
            addAll(task.getCamundaCandidateGroups(), names);
            addAll(task.getCamundaDueDate(), names);
            names.addAll(Drawings.submitted(Drawings.form(Drawings.nameOf(file), task.getId())));
        }
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            String form = start.getAttributeValueNs("http://camunda.org/schema/1.0/bpmn", "formRef");
            if (form != null) {
                names.addAll(Drawings.submitted(Drawings.form(Drawings.nameOf(file), form)));
            }
        }
        for (CamundaInputParameter input : model.getModelElementsByType(CamundaInputParameter.class)) {
            addAll(input.getTextContent(), names);
        }
        for (CamundaIn in : model.getModelElementsByType(CamundaIn.class)) {
            addAll(in.getCamundaBusinessKey(), names);
            if (in.getCamundaSource() != null) {
                names.add(in.getCamundaSource());
            }
        }
        for (CamundaOut out : model.getModelElementsByType(CamundaOut.class)) {
            names.add(out.getCamundaTarget());
        }
        names.addAll(askedOf(Drawings.nameOf(file)));
        for (MultiInstanceLoopCharacteristics loop :
                model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)) {
            names.add(loop.getCamundaCollection());
            names.add(loop.getCamundaElementVariable());
        }
        for (BusinessRuleTask rule : model.getModelElementsByType(BusinessRuleTask.class)) {
            names.add(rule.getCamundaResultVariable());
            Path table = file.resolveSibling(rule.getCamundaDecisionRef() + ".dmn");
            for (InputExpression input :
                    Dmn.readModelFromFile(table.toFile()).getModelElementsByType(InputExpression.class)) {
                names.add(input.getTextContent().trim());
            }
        }
        return names;
    }

    /** What other models want to hear from this one when they have called it. */
    private static List<String> askedOf(String process) {
        return models().stream()
                .flatMap(caller -> Drawings.read(caller).getModelElementsByType(CallActivity.class).stream())
                .filter(call -> process.equals(call.getCalledElement()))
                .flatMap(call -> call.getChildElementsByType(ExtensionElements.class).stream())
                .flatMap(extensions -> extensions.getChildElementsByType(CamundaOut.class).stream())
                .map(CamundaOut::getCamundaSource)
                .toList();
    }

    private static void addAll(String expression, Set<String> names) {
        var match = VARIABLE.matcher(expression == null ? "" : expression);
        while (match.find()) {
            names.add(match.group(1));
        }
    }

    private static Set<String> contractOf(Path file) throws Exception {
        String process = Drawings.nameOf(file);
        String type = "org.assent." + process + "." + StringUtils.capitalize(process) + "Process";
        Set<String> names = new TreeSet<>();
        for (Field field : ClassUtils.forName(type, null).getDeclaredFields()) {
            if (field.getType() == ProcessVariable.class) {
                field.setAccessible(true);
                names.add(((ProcessVariable<?>) field.get(null)).name());
            }
        }
        return names;
    }
}
