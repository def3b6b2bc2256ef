package org.assent.evaluation;

import java.util.List;
import org.springframework.data.repository.Repository;

interface AnnualReports extends Repository<AnnualReport, Long> {

    AnnualReport save(AnnualReport annualReport);

    List<AnnualReport> findByAgreementKeyOrderByRound(String agreementKey);
}
