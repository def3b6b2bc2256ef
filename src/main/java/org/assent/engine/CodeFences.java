package org.assent.engine;

import static org.assent.fence.FenceState.broken;
import static org.assent.fence.FenceState.whole;

import java.nio.charset.StandardCharsets;
import org.assent.fence.Fence;
import org.assent.fence.FenceState;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Tries on the running engine whether code gets in by a model, a variable or a query. */
@Configuration(proxyBeanMethods = false)
class CodeFences {

    private static final String SCRIPT =
            "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' targetNamespace='t'><process id='p'><scriptTask id='s'/></process></definitions>";

    private final ProcessEngineConfigurationImpl settings;

    CodeFences(ProcessEngine engine) {
        this.settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    @Bean
    Fence deploymentFence() {
        return Fence.of("4", "Models are checked when they are deployed, and run no script", () -> {
            if (settings.getDeployers().stream().noneMatch(CodeFences::refusesScripts)) {
                return broken(
                        "Models are deployed unchecked; the gate for models must stand before the engine's deployers.");
            }
            return settings.getScriptFactory() instanceof NoScripts
                    ? whole(
                            "Models, tables and forms with code are refused, and the engine has no language to run it in.")
                    : broken("The engine can run scripts; its script factory must be the one that makes none.");
        });
    }

    private static boolean refusesScripts(Object deployer) {
        if (!(deployer instanceof ModelGate gate)) {
            return false;
        }
        ResourceEntity model = new ResourceEntity();
        model.setName("probe.bpmn");
        model.setBytes(SCRIPT.getBytes(StandardCharsets.UTF_8));
        DeploymentEntity probe = new DeploymentEntity();
        probe.setNew(true);
        probe.addResource(model);
        try {
            gate.deploy(probe);
            return false;
        } catch (Refusal refused) {
            return true;
        }
    }

    @Bean
    Fence variablesFence() {
        return Fence.of("9", "Variables are plain values", () -> {
            if (settings.isJavaSerializationFormatEnabled()
                    || !PlainVariables.areAll(settings.getVariableSerializers())) {
                return broken(
                        "The engine keeps Java objects, files or bytes as variables; only plain values are allowed.");
            }
            return settings.isDeserializationTypeValidationEnabled()
                    ? whole("Text, numbers, yes or no, dates and JSON; types are validated when read.")
                    : broken(
                            "Types are not validated when variables are read; deserializationTypeValidationEnabled must be true.");
        });
    }

    /** Sends the published attack to the engine itself, past every filter. */
    @Bean
    Fence expressionsInQueriesFence() {
        return Fence.of("CVE-2026-109432", "Queries evaluate no expressions", () -> {
            if (!(settings.getFilterService() instanceof CheckedFilters)) {
                return broken("Anybody who may save filters may save expressions; the filter service must be ours.");
            }
            return settings.getCommandExecutorTxRequired().execute(context -> attacked());
        });
    }

    private static FenceState attacked() {
        for (String attack : new String[] {"${currentUser()}", "${''.getClass()}", "${execution}"}) {
            TaskQueryImpl query = new TaskQueryImpl();
            query.or().taskCandidateUserExpression(attack).endOr();
            try {
                query.count();
                return broken("An expression in a query was evaluated; the expression manager must be the closed one.");
            } catch (Refusal refused) {
                // as it should be: the next one
            } catch (RuntimeException other) {
                return broken(
                        "An expression in a query got as far as the engine; the expression manager must be the closed one.");
            }
        }
        return whole(
                "Expressions in OR sub-queries are refused by the engine itself, and by both API roots before it.");
    }
}
