package org.assent.evaluation;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface AnnualFigures extends Repository<AnnualFigure, Long> {

    AnnualFigure save(AnnualFigure annualFigure);

    List<AnnualFigure> findByReportIdInOrderByReportIdAscPositionAsc(Collection<Long> reports);
}
