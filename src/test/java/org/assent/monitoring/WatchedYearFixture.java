package org.assent.monitoring;

import java.util.List;
import java.util.Map;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.IndicatorFacts;
import org.assent.scheme.FiscalYear;
import org.springframework.stereotype.Component;

/** Three quarterly reports, the second one late, and the half-year's evaluation. Public: tests of evaluation and the pages. */
@Component
public class WatchedYearFixture {

    private final MonitoringService monitoring;
    private final DocumentRegister documents;

    WatchedYearFixture(MonitoringService monitoring, DocumentRegister documents) {
        this.monitoring = monitoring;
        this.documents = documents;
    }

    public void reported(String key) {
        FiscalYear year = FiscalYear.of(key.split("/")[1]);
        String team = key.split("/")[0] + "-apa";
        YearWalk.at(year.startYear() + "-07-20T04:00:00Z");
        monitoring.open(key);
        YearWalk.at(year.startYear() + "-10-10T04:00:00Z");
        report(key, 1, Map.of("1.1.1", "10", "2.1.1", "85 %"), "Floods in two districts", team);
        YearWalk.at(year.next().startYear() + "-01-20T04:00:00Z");
        report(key, 2, Map.of("1.1.1", "8.5", "1.1.2", "20 Jan"), null, team);
        YearWalk.at(year.next().startYear() + "-01-25T04:00:00Z");
        monitoring.evaluateHalfYear(
                key,
                documents.inForce(key).orElseThrow().indicators().stream()
                        .map(indicator -> indicator.id().equals("1.1.1")
                                ? new VerdictRow("1.1.1", Verdict.BEHIND, "Catch up in the flooded districts")
                                : new VerdictRow(indicator.id(), Verdict.ON_TRACK, ""))
                        .toList(),
                "Send the register with the next report.",
                "cabinet-reviewer");
        YearWalk.at(year.next().startYear() + "-04-10T04:00:00Z");
        report(key, 3, Map.of("1.1.1", "5", "2.1.1", "95 %"), null, team);
    }

    private void report(String key, int quarter, Map<String, String> figures, String remark, String by) {
        monitoring.openQuarter(key, quarter);
        List<IndicatorFacts> indicators = documents.inForce(key).orElseThrow().indicators();
        monitoring.report(
                key,
                quarter,
                indicators.stream()
                        .map(indicator -> new FigureRow(
                                indicator.id(),
                                figures.getOrDefault(indicator.id(), ""),
                                figures.containsKey(indicator.id()) ? "Register, page " + quarter : ""))
                        .toList(),
                remark,
                by);
    }
}
