package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.assent.fence.Fence;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.variable.serializer.JavaObjectSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Each fence against code tells when it is taken away, and stands again when it is back. */
@Tag("once")
@SpringBootTest
@ExtendWith(FreshDesk.class)
class CodeFencesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Map<String, Fence> fences;

    private ProcessEngineConfigurationImpl settings;

    @BeforeEach
    void stands() {
        settings = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        for (String row : List.of("4", "9", "CVE-2026-109432")) {
            assertThat(fence(row).state().whole())
                    .as(fence(row).state().sentence())
                    .isTrue();
        }
    }

    private Fence fence(String row) {
        // access has fences of its own for two of these rows
        return fences.get(
                Map.of("4", "deploymentFence", "9", "variablesFence", "CVE-2026-109432", "expressionsInQueriesFence")
                        .get(row));
    }

    private void isBrokenWithout(String row, Runnable takeAway, Runnable putBack) {
        takeAway.run();
        try {
            assertThat(fence(row).state().whole()).as(fence(row).name()).isFalse();
        } finally {
            putBack.run();
        }
        assertThat(fence(row).state().whole()).isTrue();
    }

    @Test
    void the_gate_for_models_is_missed() {
        var all = settings.getDeployers();
        isBrokenWithout("4", () -> settings.setDeployers(all.subList(1, all.size())), () -> settings.setDeployers(all));
        var scripts = settings.getScriptFactory();
        isBrokenWithout(
                "4", () -> settings.setScriptFactory(new ScriptFactory()), () -> settings.setScriptFactory(scripts));
    }

    @Test
    void plain_variables_are_missed() {
        isBrokenWithout(
                "9",
                () -> settings.getVariableSerializers().addSerializer(new JavaObjectSerializer()),
                () -> PlainVariables.only(settings.getVariableSerializers()));
        isBrokenWithout(
                "9",
                () -> settings.setDeserializationTypeValidationEnabled(false),
                () -> settings.setDeserializationTypeValidationEnabled(true));
    }

    @Test
    void closed_expressions_are_missed() {
        var closed = settings.getExpressionManager();
        isBrokenWithout(
                "CVE-2026-109432",
                () -> settings.setExpressionManager(new JuelExpressionManager()),
                () -> settings.setExpressionManager(closed));
        var filters = settings.getFilterService();
        isBrokenWithout(
                "CVE-2026-109432",
                () -> settings.setFilterService(new FilterServiceImpl()),
                () -> settings.setFilterService(filters));
    }
}
