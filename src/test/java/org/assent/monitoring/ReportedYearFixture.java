package org.assent.monitoring;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Three reported quarters for tests that do not walk monitoring, sent by the office's team while each quarter could be
 * reported. Public: the tests of evaluation and the pages use it.
 */
@Component
public class ReportedYearFixture {

    private static final List<Map<String, String>> QUARTERS = List.of(
            Map.of("1.1.1", "10", "2.1.1", "80 %", "M1.1.1", "15", "M1.2.1", "20 Jul 2018", "M1.2.2", "1"),
            Map.of("1.1.1", "12.5", "M1.1.1", "15", "M1.2.2", "1"),
            Map.of("1.1.1", "4", "1.1.2", "20 Jan 2019", "2.1.1", "90", "M1.1.1", "15", "M1.2.2", "1"));
    private static final List<String> SENT =
            List.of("2018-10-10T04:00:00Z", "2019-01-10T04:00:00Z", "2019-04-10T04:00:00Z");

    private final MonitoringService monitoring;
    private final DocumentRegister documents;

    ReportedYearFixture(MonitoringService monitoring, DocumentRegister documents) {
        this.monitoring = monitoring;
        this.documents = documents;
    }

    /** The year 2018-19 of {@link SignedAgreementFixture}'s agreement: 1.1.1 comes to 26.5 so far, M1.1.1 to 45. */
    public void reported(String key, String by) {
        monitoring.open(key);
        for (int quarter = 1; quarter <= QUARTERS.size(); quarter++) {
            ClockUtil.setCurrentTime(Date.from(Instant.parse(SENT.get(quarter - 1))));
            Map<String, String> figures = QUARTERS.get(quarter - 1);
            monitoring.openQuarter(key, quarter);
            monitoring.report(
                    key,
                    quarter,
                    documents.inForce(key).orElseThrow().indicators().stream()
                            .map(IndicatorFacts::id)
                            .map(id -> new FigureRow(
                                    id, figures.get(id), figures.containsKey(id) ? "Register " + id : null))
                            .toList(),
                    null,
                    by);
        }
    }
}
