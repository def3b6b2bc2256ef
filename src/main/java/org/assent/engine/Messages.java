package org.assent.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationBuilder;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Tells a running case that something happened. Public: delegates and controls of every capability use it. */
@Component
public class Messages {

    private final RuntimeService runtime;

    Messages(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** Correlates to every case of this process with this key that waits for the message; says whether any did. */
    public boolean tell(String process, String businessKey, String message) {
        return tell(process, businessKey, message, Map.of());
    }

    /** The same with values that live for this transaction only. */
    public boolean tell(String process, String businessKey, String message, Map<String, Object> content) {
        return EngineScope.withoutAuthorization(runtime, () -> {
            var waiting = runtime.createExecutionQuery()
                    .messageEventSubscriptionName(message)
                    .processDefinitionKey(process)
                    .processInstanceBusinessKey(businessKey)
                    .list();
            for (var execution : waiting) {
                var values = Variables.createVariables();
                content.forEach((name, value) -> values.putValueTyped(name, Variables.untypedValue(value, true)));
                runtime.messageEventReceived(message, execution.getId(), values);
            }
            return !waiting.isEmpty();
        });
    }

    /** Starts a case at its message start event. */
    public String start(String message, String businessKey, Map<String, Object> content) {
        return EngineScope.withoutAuthorization(runtime, () -> {
            MessageCorrelationBuilder builder =
                    runtime.createMessageCorrelation(message).processInstanceBusinessKey(businessKey);
            content.forEach((name, value) -> builder.setVariable(name, Variables.untypedValue(value, true)));
            return builder.correlateStartMessage().getId();
        });
    }
}
