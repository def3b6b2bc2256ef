package org.assent.engine;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.ResourceDefinition;
import org.jspecify.annotations.Nullable;

/** The files that the desk works by now, whoever asks: the latest version of each drawing, form and table. */
final class InForce {

    private InForce() {}

    static @Nullable ResourceEntity drawing(String process) {
        CommandContext context = Context.getCommandContext();
        return EngineScope.unchecked(
                context,
                () -> file(
                        context,
                        context.getProcessDefinitionManager()
                                .findLatestProcessDefinitionByKeyAndTenantId(process, null)));
    }

    static @Nullable ResourceEntity form(String id) {
        CommandContext context = Context.getCommandContext();
        return EngineScope.unchecked(
                context,
                () -> file(context, context.getCamundaFormDefinitionManager().findLatestDefinitionByKey(id)));
    }

    static @Nullable ResourceEntity table(String id) {
        CommandContext context = Context.getCommandContext();
        return EngineScope.unchecked(
                context,
                () -> file(context, context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKey(id)));
    }

    private static @Nullable ResourceEntity file(CommandContext context, @Nullable ResourceDefinition latest) {
        return latest == null
                ? null
                : context.getResourceManager()
                        .findResourceByDeploymentIdAndResourceName(latest.getDeploymentId(), latest.getResourceName());
    }
}
