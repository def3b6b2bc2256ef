package org.assent.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the models that the engine has, the old versions too. Public: the auditors' pages and exports ask it. */
@Component
public final class DrawnModels {

    private final RepositoryService models;
    private final RuntimeService runtime;

    DrawnModels(RepositoryService models, RuntimeService runtime) {
        this.models = models;
        this.runtime = runtime;
    }

    /** The latest version of each process, by name. */
    public List<DrawnModel> latest() {
        return unchecked(() ->
                models
                        .createProcessDefinitionQuery()
                        .latestVersion()
                        .orderByProcessDefinitionName()
                        .asc()
                        .list()
                        .stream()
                        .map(this::read)
                        .toList());
    }

    /** This version; none where it has been taken away. */
    public @Nullable DrawnModel version(String definition) {
        return unchecked(() -> {
            ProcessDefinition found = models.createProcessDefinitionQuery()
                    .processDefinitionId(definition)
                    .singleResult();
            return found == null ? null : read(found);
        });
    }

    private DrawnModel read(ProcessDefinition definition) {
        var model = models.getBpmnModelInstance(definition.getId());
        return new DrawnModel(
                definition.getId(),
                definition.getKey(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                definition.getVersion(),
                model.getModelElementsByType(FlowNode.class).stream()
                        .map(node -> new DrawnModel.Step(
                                node.getId(),
                                plain(node.getName()),
                                node.getElementType().getTypeName()))
                        .toList(),
                model.getModelElementsByType(SequenceFlow.class).stream()
                        .map(flow -> new DrawnModel.Flow(
                                flow.getId(),
                                plain(flow.getName()),
                                flow.getSource().getId(),
                                flow.getTarget().getId()))
                        .toList());
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.replaceAll("\\s+", " ");
    }

    private <T> T unchecked(Supplier<T> question) {
        return EngineScope.withoutAuthorization(runtime, question);
    }
}
