package org.assent.webapp;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assent.drafting.Change;
import org.assent.drafting.DraftConflict;
import org.assent.drafting.Opened;
import org.assent.drafting.Saved;
import org.assent.drafting.VersionFacts;
import org.assent.engine.OfficialNames;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.SchemeIndicator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A document as the page shows it: the parts of its scheme, its content, and whoever wrote it by name. */
@Component
class AgreementSheet {

    private final OfficialNames names;

    AgreementSheet(OfficialNames names) {
        this.names = names;
    }

    Map<String, Object> of(Opened opened) {
        Map<String, Object> shown = scheme(opened.scheme(), opened.fiscalYear());
        shown.put("revision", opened.revision());
        shown.put("content", opened.content());
        shown.put("savedBy", text(opened.savedBy()));
        shown.put("savedByName", name(opened.savedBy()));
        shown.put("savedAt", text(opened.savedAt()));
        shown.put("findings", opened.findings());
        shown.put("returned", opened.returned());
        return shown;
    }

    Map<String, Object> of(VersionFacts version, LevelScheme scheme) {
        Map<String, Object> shown = scheme(scheme, version.fiscalYear());
        shown.put("content", version.content());
        shown.put("findings", List.of());
        shown.put("returned", "");
        return shown;
    }

    Map<String, Object> line(VersionFacts version) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("number", version.number());
        line.put("state", version.state().label());
        line.put("revision", version.revision());
        line.put("reason", version.reason());
        line.put("submittedBy", name(version.submittedBy()));
        line.put("approvedBy", name(version.approvedBy()));
        line.put("submittedAt", version.submittedAt().toString());
        return line;
    }

    Map<String, Object> saved(Saved saved) {
        return Map.of(
                "revision", saved.revision(),
                "savedBy", saved.savedBy(),
                "savedAt", saved.savedAt().toString(),
                "findings", saved.findings());
    }

    Map<String, Object> conflict(DraftConflict conflict) {
        return Map.of(
                "message", conflict.getMessage() == null ? "" : conflict.getMessage(),
                "revision", conflict.revision(),
                "content", conflict.content(),
                "changes", conflict.changes().stream().map(this::change).toList());
    }

    String name(@Nullable String user) {
        return user == null ? "" : names.of(user);
    }

    private Map<String, Object> change(Change change) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("key", change.key());
        shown.put("number", change.number());
        shown.put("field", change.field());
        shown.put("before", change.before());
        shown.put("theirs", change.theirs());
        shown.put("by", change.by());
        shown.put("byName", name(change.by()));
        shown.put("at", change.at().toString());
        shown.put("both", change.both());
        return shown;
    }

    private static Map<String, Object> scheme(LevelScheme scheme, FiscalYear year) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("fiscalYear", year.toString());
        shown.put("needed", scheme.objectiveMarks().toPlainString());
        shown.put(
                "sections",
                scheme.sections().stream().map(AgreementSheet::section).toList());
        shown.put(
                "marks",
                scheme.marks().stream()
                        .map(mark -> Map.of("percent", mark.percent(), "name", mark.name()))
                        .toList());
        shown.put(
                "mandatory",
                scheme.mandatoryObjectives().stream()
                        .map(objective -> Map.of(
                                "key", objective.key(),
                                "name", objective.name(),
                                "weight", objective.weight().toPlainString(),
                                "indicators",
                                        objective.activities().stream()
                                                .flatMap(activity -> activity.indicators().stream())
                                                .map(AgreementSheet::indicator)
                                                .toList()))
                        .toList());
        shown.put(
                "plans",
                scheme.reformPlans().stream()
                        .map(plan -> Map.of(
                                "code", plan.code(),
                                "title", plan.title(),
                                "weight", plan.weight().toPlainString(),
                                "fullMark", plan.fullMark().toPlainString(),
                                "indicators",
                                        plan.indicators().stream()
                                                .map(AgreementSheet::indicator)
                                                .toList()))
                        .toList());
        return shown;
    }

    private static Map<String, Object> section(LevelScheme.Section section) {
        return Map.of(
                "key", section.key().name(),
                "title", section.title(),
                "required", section.required(),
                "columns",
                        section.columns().stream()
                                .map(column -> Map.of("key", column.key(), "required", column.required()))
                                .toList());
    }

    private static Map<String, Object> indicator(SchemeIndicator indicator) {
        return Map.of(
                "id", indicator.id(),
                "name", indicator.name(),
                "unit", indicator.unit(),
                "weight", indicator.weight().toPlainString(),
                "ladder", indicator.ladder(),
                "evidence", indicator.evidence());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String text(@Nullable Instant instant) {
        return instant == null ? "" : instant.toString();
    }
}
