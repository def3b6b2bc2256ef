package org.assent.evaluation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface CommitteeDecisions extends Repository<CommitteeDecision, Long> {

    CommitteeDecision save(CommitteeDecision committeeDecision);

    List<CommitteeDecision> findByAgreementKeyOrderById(String agreementKey);
}
