package org.assent.monitoring;

import java.util.List;
import java.util.Optional;

/** What was reported during the year, by the agreement's key. Public: evaluation and the pages read it. */
public interface MonitoringRegister {

    /** The reports asked for so far, by quarter, each with its figures. */
    List<QuarterFacts> quarters(String key);

    /** Once monitoring has begun. */
    Optional<HalfYearFacts> halfYear(String key);
}
