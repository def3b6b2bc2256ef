package org.assent.scheme;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each version of a scheme as it was when it first came. */
@Service
@Transactional
class SchemeService {

    private final PerformanceSchemes schemes;
    private final Clock clock;

    SchemeService(PerformanceSchemes schemes, Clock clock) {
        this.schemes = schemes;
        this.clock = clock;
    }

    /** Keeps what is new, stops at what was changed under its old version, and answers all that are kept. */
    List<SchemeFacts> bring(List<SchemeFile> files) {
        for (SchemeFile file : files) {
            SchemeCheck.demandSound(file);
            schemes.findByCodeAndNumber(file.facts().code(), file.facts().version())
                    .ifPresentOrElse(
                            kept -> kept.demandSame(file),
                            () -> schemes.save(new PerformanceScheme(file, clock.instant())));
        }
        return schemes.findAll().stream().map(PerformanceScheme::facts).toList();
    }
}
