package org.assent.scheme;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The stored schemes. */
interface PerformanceSchemes extends Repository<PerformanceScheme, Long> {

    PerformanceScheme save(PerformanceScheme scheme);

    Optional<PerformanceScheme> findByCodeAndNumber(String code, int number);

    List<PerformanceScheme> findAll();
}
