package org.assent.monitoring;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface QuarterlyReports extends Repository<QuarterlyReport, Long> {

    QuarterlyReport save(QuarterlyReport report);

    Optional<QuarterlyReport> findByAgreementKeyAndQuarter(String agreementKey, int quarter);

    List<QuarterlyReport> findByAgreementKeyOrderByQuarter(String agreementKey);
}
