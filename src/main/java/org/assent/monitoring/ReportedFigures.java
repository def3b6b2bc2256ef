package org.assent.monitoring;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.Repository;

interface ReportedFigures extends Repository<ReportedFigure, Long> {

    ReportedFigure save(ReportedFigure figure);

    List<ReportedFigure> findByReportIdInOrderByReportIdAscPositionAsc(Collection<Long> reports);
}
