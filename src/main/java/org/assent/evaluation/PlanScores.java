package org.assent.evaluation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface PlanScores extends Repository<PlanScore, Long> {

    PlanScore save(PlanScore planScore);

    List<PlanScore> findByScoreIdOrderByPosition(long score);
}
