package org.assent.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/**
 * Nobody who is logged in removes the history of a case, be it directly or with the deployment of its model; time does,
 * by the clean-up.
 */
final class HistoryKept extends HistoricProcessInstanceManager {

    @Override
    public void deleteHistoricProcessInstanceByIds(List<String> cases) {
        if (getCommandContext().getAuthentication() != null) {
            throw new Refusal(EvidenceKept.SENTENCE);
        }
        super.deleteHistoricProcessInstanceByIds(cases);
    }
}
