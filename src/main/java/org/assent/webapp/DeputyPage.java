package org.assent.webapp;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assent.deputation.ActFacts;
import org.assent.deputation.Appointment;
import org.assent.deputation.DeputationDesk;
import org.assent.deputation.DeputationFacts;
import org.assent.engine.JobDesk;
import org.assent.engine.OfficialNames;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Acting for: whom the viewer appointed, who appointed the viewer, and the form that names a deputy. */
@Component
class DeputyPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    /** As many colleagues are proposed at once; others are entered by their user id. */
    private static final int MOST = 200;

    private final DeputationDesk deputies;
    private final OfficialNames names;
    private final RepositoryService models;
    private final JobDesk engine;

    DeputyPage(DeputationDesk deputies, OfficialNames names, RepositoryService models, JobDesk engine) {
        this.deputies = deputies;
        this.names = names;
        this.models = models;
        this.engine = engine;
    }

    /** Whoever has work to hand over, is appointed, or looks after appointments. */
    boolean isOffered() {
        return deputies.isAdministrator()
                || !deputies.work().isEmpty()
                || !deputies.appointments().isEmpty();
    }

    Map<String, Object> show() {
        Map<String, String> work = deputies.work();
        Map<Long, List<ActFacts>> acts = deputies.acts().stream().collect(Collectors.groupingBy(ActFacts::deputation));
        return Map.of(
                "today", deputies.today().toString(),
                "administrator", deputies.isAdministrator(),
                "work",
                        work.entrySet().stream()
                                .map(one -> Map.of("id", one.getKey(), "name", one.getValue()))
                                .toList(),
                "colleagues",
                        work.isEmpty()
                                ? List.of()
                                : deputies.colleagues().stream()
                                        .limit(MOST)
                                        .map(id -> Map.of("id", id, "name", names.of(id)))
                                        .toList(),
                "appointments",
                        deputies.appointments().stream()
                                .map(one -> line(one, acts.getOrDefault(one.id(), List.of())))
                                .toList());
    }

    Map<String, String> appoint(Fields sent) {
        Set<String> processes = Arrays.stream(sent.text("processes").split(","))
                .filter(process -> !process.isBlank())
                .collect(Collectors.toSet());
        String deputy = sent.text("deputy");
        deputies.appoint(new Appointment(
                deputies.caller(),
                deputy,
                processes,
                day(sent.text("from")),
                day(sent.text("until")),
                sent.text("orderNumber")));
        return Map.of("message", names.of(deputy) + " is appointed.");
    }

    Map<String, String> revoke(long id) {
        deputies.revoke(id);
        return Map.of("message", "The appointment has ended.");
    }

    private Map<String, Object> line(DeputationFacts one, List<ActFacts> acts) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", one.id());
        line.put("principal", names.of(one.principal()));
        line.put("deputy", names.of(one.deputy()));
        line.put("processes", one.processes().stream().map(this::nameOf).toList());
        line.put("from", DAY.format(one.from()));
        line.put("until", DAY.format(one.until()));
        line.put("orderNumber", one.orderNumber());
        line.put("state", state(one));
        line.put(
                "revocable",
                !one.ended() && (deputies.isAdministrator() || one.principal().equals(deputies.caller())));
        if (List.of(one.principal(), one.deputy()).contains(deputies.caller())) {
            line.put(
                    "acts",
                    acts.stream()
                            .map(act -> act.task() + ", " + act.caseKey() + ", "
                                    + TokyoTime.at(act.zone(), act.completedAt()))
                            .toList());
        }
        return line;
    }

    private String state(DeputationFacts one) {
        if (one.revokedBy() != null) {
            return "revoked by " + names.of(one.revokedBy());
        }
        if (one.ended()) {
            return "ended";
        }
        return one.inForce() ? "in force" : "to come";
    }

    private String nameOf(String process) {
        // whoever administers accounts may not read diagrams, and yet what they are called
        return engine.asTheEngine(() ->
                models.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().list().stream()
                        .map(definition -> definition.getName() == null ? process : definition.getName())
                        .findFirst()
                        .orElse(process));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw new Refusal("Please enter the days as dates, for instance 2022-06-30.");
        }
    }
}
