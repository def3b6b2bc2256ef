package org.assent.nomination;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The participants' evaluations on record. */
interface ParticipantEvaluations extends Repository<ParticipantEvaluation, Long> {

    ParticipantEvaluation save(ParticipantEvaluation evaluation);

    @Query("select e from ParticipantEvaluation e where e.nominationCase.projectCode = :projectCode order by e.id")
    List<ParticipantEvaluation> findByProjectCode(String projectCode);
}
