package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@Tag("once")
@SpringBootTest
@ExtendWith(FreshDesk.class)
class ClosedExpressionsTest {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${''.getClass().forName('java.lang.Runtime').getMethod('getRuntime')}",
                "${execution.processEngineServices}",
                "${execution.getProcessEngineServices().getRuntimeService()}",
                "${dataSource}",
                "${environment.getProperty('spring.datasource.url')}",
                "${now()}",
                "${dateTime().plusDays(1)}",
                "${name.toUpperCase()}",
            })
    void an_expression_neither_calls_a_method_nor_names_another_bean(String expression) {
        assertThatThrownBy(() -> evaluate(expression)).isNotNull();
    }

    @Test
    void an_expression_reads_a_variable_and_compares_it() {
        assertThat(evaluate("${kind == 'CANCEL'}")).isEqualTo(true);
        assertThat(evaluate("${kind}/${name}")).isEqualTo("CANCEL/LK");
    }

    private Object evaluate(String expression) {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration.getCommandExecutorTxRequired().execute(context -> configuration
                .getExpressionManager()
                .createExpression(expression)
                .getValue(new Scope(Map.of("kind", "CANCEL", "name", "LK"))));
    }

    /** A scope with a few variables, as an expression sees it. */
    private static final class Scope extends org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity {
        private final Map<String, Object> variables;

        Scope(Map<String, Object> variables) {
            this.variables = variables;
        }

        @Override
        public boolean hasVariable(String name) {
            return variables.containsKey(name);
        }

        @Override
        public Object getVariable(String name, boolean deserialize) {
            return variables.get(name);
        }

        @Override
        public <T extends org.camunda.bpm.engine.variable.value.TypedValue> T getVariableTyped(String name) {
            @SuppressWarnings("unchecked")
            T typed = (T) org.camunda.bpm.engine.variable.Variables.untypedValue(variables.get(name));
            return typed;
        }

        @Override
        public Object getVariable(String name) {
            return variables.get(name);
        }
    }
}
