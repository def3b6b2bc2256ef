package org.assent.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.SetAnnotationForOperationLog;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricTaskInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteHistoricVariableInstancesByProcessInstanceIdCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessInstanceCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteTaskCommentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserOperationLogEntryCmd;
import org.camunda.bpm.engine.impl.cmd.UpdateCommentCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * The log of operations, the history of a case and what was commented on it are evidence: no call changes or removes
 * them, whoever makes it, the administrator included (engine.md 4, row 7).
 */
final class EvidenceKept extends CommandInterceptor {

    static final String SENTENCE = "What has happened stays on record: history is not changed or removed by hand.";

    private static final Set<Class<?>> CHANGES = Set.of(
            DeleteUserOperationLogEntryCmd.class,
            SetAnnotationForOperationLog.class,
            DeleteHistoricTaskInstanceCmd.class,
            DeleteHistoricVariableInstanceCmd.class,
            DeleteHistoricVariableInstancesByProcessInstanceIdCmd.class,
            DeleteTaskCommentCmd.class,
            DeleteProcessInstanceCommentCmd.class,
            UpdateCommentCmd.class);

    /** Commands whose packages the engine has more than one of, by the beginning of their simple names. */
    private static final Set<String> FAMILIES =
            Set.of("DeleteHistoricProcessInstances", "DeleteHistoricDecisionInstance", "SetRemovalTimeTo");

    @Override
    public <T> T execute(Command<T> command) {
        if (changesEvidence(command.getClass())) {
            throw new Refusal(SENTENCE);
        }
        return next.execute(command);
    }

    static boolean changesEvidence(Class<?> command) {
        return CHANGES.contains(command)
                || FAMILIES.stream().anyMatch(family -> command.getSimpleName().startsWith(family));
    }
}
