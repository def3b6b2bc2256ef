package org.assent.engine;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.HistoricProcessInstanceQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Nobody who is logged in removes the history of a case, be it directly or with the deployment of its model; time does,
 * by the clean-up. With the last history of a case goes what is known of its people.
 */
final class HistoryKept extends HistoricProcessInstanceManager {

    private final ObjectProvider<Erasure> erasure;
    private final ObjectProvider<RetentionProof> proof;

    HistoryKept(ObjectProvider<Erasure> erasure, ObjectProvider<RetentionProof> proof) {
        this.erasure = erasure;
        this.proof = proof;
    }

    @Override
    public void deleteHistoricProcessInstanceByIds(List<String> cases) {
        if (getCommandContext().getAuthentication() != null) {
            throw new Refusal(EvidenceKept.SENTENCE);
        }
        List<HistoricProcessInstanceEntity> going = cases.stream()
                .map(this::findHistoricProcessInstance)
                .filter(Objects::nonNull)
                .toList();
        going.stream()
                .collect(groupingBy(
                        one -> String.valueOf(one.getRootProcessInstanceId()),
                        TreeMap::new,
                        mapping(HistoricProcessInstanceEntity::getId, toList())))
                .forEach((root, instances) -> proof.ifAvailable(ledger -> ledger.demandOver(root, instances)));
        List<String> ended = going.stream()
                .filter(one -> one.getId().equals(one.getRootProcessInstanceId()))
                .map(HistoricProcessInstanceEntity::getBusinessKey)
                .filter(Objects::nonNull)
                .distinct()
                .filter(key -> isWholeCase(key, cases))
                .toList();
        super.deleteHistoricProcessInstanceByIds(cases);
        ended.forEach(key -> erasure.ifAvailable(people -> people.erase(key)));
    }

    /** A case that was begun again under its key goes on. */
    private boolean isWholeCase(String key, List<String> going) {
        HistoricProcessInstanceQueryImpl roots = new HistoricProcessInstanceQueryImpl();
        roots.processInstanceBusinessKey(key).rootProcessInstances();
        return findHistoricProcessInstancesByQueryCriteria(roots, null).stream()
                .allMatch(one -> going.contains(one.getId()));
    }
}
