package org.assent.evaluation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface IndicatorScores extends Repository<IndicatorScore, Long> {

    IndicatorScore save(IndicatorScore indicatorScore);

    List<IndicatorScore> findByScoreIdOrderByPosition(long score);
}
