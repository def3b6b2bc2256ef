package org.assent.webapp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assent.project.ProjectFacts;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What comes next and when: the project's dates, and the timers that wait in the viewer's cases. */
@Component
@Order(20)
class NextDatesPanel implements CasePanel {

    private final CaseEngine engine;
    private final EconomyNames economies;

    NextDatesPanel(CaseEngine engine, EconomyNames economies) {
        this.engine = engine;
        this.economies = economies;
    }

    @Override
    public Optional<Panel> of(CaseFile file) {
        var panel = Panel.titled("Dates");
        file.facts().ifPresent(facts -> projectDates(panel, facts));
        Map<String, Set<String>> waiting = new LinkedHashMap<>();
        for (CaseEngine.Alarm alarm : engine.alarms(file.code())) {
            String economy =
                    alarm.businessKey().contains("/") ? alarm.businessKey().split("/", 2)[1] : "";
            if (file.viewer().isSecretariat() || file.viewer().isOf(economy)) {
                waiting.computeIfAbsent(when(alarm) + "|" + alarm.label(), when -> new TreeSet<>())
                        .add(economies.of(economy));
            }
        }
        panel.columns("When", "What happens by itself", "Where");
        waiting.forEach((when, where) -> {
            String[] parts = when.split("\\|", 2);
            panel.row(parts[0], parts[1], where(where));
        });
        return file.facts().isEmpty() && !panel.hasRows() ? Optional.empty() : Optional.of(panel.done());
    }

    private static void projectDates(Panel.Making panel, ProjectFacts facts) {
        panel.fact("Closing date of nominations", TokyoTime.day(facts.closingDate()) + " (end of the day in Tokyo)")
                .fact("Announcement of the selection", TokyoTime.moment(facts.announceAt()))
                .fact("Sessions", TokyoTime.day(facts.start()) + " to " + TokyoTime.day(facts.end()));
    }

    private static String when(CaseEngine.Alarm alarm) {
        Instant due = alarm.due().toInstant();
        return alarm.standsStill() ? "stands still while the project is postponed" : TokyoTime.moment(due);
    }

    /** Many economies at once are counted, a few are named. */
    private static String where(Set<String> economies) {
        Set<String> named = new TreeSet<>(economies);
        named.remove("");
        return named.size() > 4 ? named.size() + " economies" : String.join(", ", named);
    }
}
