package org.assent.monitoring;

import java.util.List;
import org.springframework.data.repository.Repository;

interface HalfYearVerdicts extends Repository<HalfYearVerdict, Long> {

    HalfYearVerdict save(HalfYearVerdict verdict);

    List<HalfYearVerdict> findByEvaluationIdOrderByPosition(long evaluation);
}
