package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Fails a process test class whose tests together leave a step or a flow of the model unwalked. */
class WholeModelWalked implements AfterAllCallback {

    @Override
    public void afterAll(ExtensionContext context) {
        String key =
                context.getRequiredTestClass().getAnnotation(ProcessTest.class).value();
        ProcessEngine engine = SpringExtension.getApplicationContext(context).getBean(ProcessEngine.class);
        BpmnModelInstance model = engine.getRepositoryService()
                .getBpmnModelInstance(engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .latestVersion()
                        .singleResult()
                        .getId());
        Set<String> walked = engine.getHistoryService().createHistoricActivityInstanceQuery().list().stream()
                .filter(step -> step.getProcessDefinitionKey().equals(key))
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toSet());
        assertThat(ids(model, FlowNode.class))
                .as("steps of %s that no test in %s walks", key, context.getDisplayName())
                .filteredOn(step -> !walked.contains(step))
                .isEmpty();
        // behind an event gateway the engine takes no flow: it enters the event that came, which is among the steps
        Set<String> events = model.getModelElementsByType(EventBasedGateway.class).stream()
                .flatMap(gateway -> gateway.getOutgoing().stream())
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
        assertThat(ids(model, SequenceFlow.class))
                .as("flows of %s that no test in %s takes", key, context.getDisplayName())
                .filteredOn(flow -> !FlowsTaken.taken(key, flow) && !events.contains(flow))
                .isEmpty();
    }

    private static Set<String> ids(BpmnModelInstance model, Class<? extends BaseElement> type) {
        return model.getModelElementsByType(type).stream()
                .map(BaseElement::getId)
                .collect(Collectors.toSet());
    }
}
