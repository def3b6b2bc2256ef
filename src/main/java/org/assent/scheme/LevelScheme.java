package org.assent.scheme;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.assent.scoring.Ladder;
import org.assent.scoring.Terms;

/**
 * A scheme as it is for one level of office. Public: drafting, evaluation and the printed document follow it.
 *
 * @param sections in the order of the document
 * @param marks the five levels of every ladder, best first
 * @param ownMarks the marks of section 3, mandatory objectives included: 100, or 70 where reform plans bring 30
 * @param mandatoryObjectives fixed by the Cabinet Division; their weights are part of {@code ownMarks}
 * @param reformPlans each scored on its own full mark and scaled to its weight
 * @param bands of the composite score, best first
 * @param checklist what the reviewer answers about the quality of the document
 * @param outcomesAdvised more outcomes than this are warned about, not refused
 */
public record LevelScheme(
        List<Section> sections,
        List<LevelMark> marks,
        BigDecimal ownMarks,
        List<MandatoryObjective> mandatoryObjectives,
        List<ReformPlan> reformPlans,
        List<Band> bands,
        List<ChecklistItem> checklist,
        int outcomesAdvised) {

    /** One part of the document. */
    public record Section(SectionKey key, String title, String bengaliTitle, boolean required, List<Column> columns) {}

    /**
     * One column of a section's table, or one text of it; {@code key} is the field's name in the content of an agreement,
     * and of section 3 that of the indicator, beside {@code objective}, {@code objectiveWeight} and {@code activity}.
     */
    public record Column(String key, String title, String bengaliTitle, boolean required) {}

    /** One level of a ladder: 100 Excellent to 60 Poor. */
    public record LevelMark(int percent, String name, String bengaliName) {}

    /** A composite of this much or more (two decimals) has this name. */
    public record Band(BigDecimal from, String name, String bengaliName) {}

    /** A question about the quality of the document, answered yes, no or not applicable. */
    public record ChecklistItem(String key, String question, String bengaliQuestion) {}

    /** {@code key}: M1, M2 and so on; {@code source}: where it was read, or that it is our assumption. */
    public record MandatoryObjective(
            String key,
            String name,
            String bengaliName,
            BigDecimal weight,
            String source,
            List<MandatoryActivity> activities) {

        List<SchemeIndicator> indicators() {
            return activities.stream()
                    .flatMap(activity -> activity.indicators().stream())
                    .toList();
        }
    }

    /** {@code key}: M1.1 and so on. */
    public record MandatoryActivity(String key, String name, String bengaliName, List<SchemeIndicator> indicators) {}

    /**
     * {@code code}: NIS, EGOV, GRS, CHARTER, RTI; {@code fullMark}: what its indicators' weights add up to; {@code source}:
     * where it was read, or that it is our assumption.
     */
    public record ReformPlan(
            String code,
            String title,
            String bengaliTitle,
            BigDecimal weight,
            BigDecimal fullMark,
            String source,
            List<SchemeIndicator> indicators) {}

    public boolean has(SectionKey section) {
        return sections.stream().anyMatch(part -> part.key() == section);
    }

    /** The part must be filled in before the document may be submitted. */
    public boolean requires(SectionKey section) {
        return sections.stream().anyMatch(part -> part.key() == section && part.required());
    }

    /** The column of that section must be filled in. */
    public boolean requires(SectionKey section, String column) {
        return sections.stream()
                .filter(part -> part.key() == section)
                .flatMap(part -> part.columns().stream())
                .anyMatch(part -> part.key().equals(column) && part.required());
    }

    /** What the mandatory objectives take of {@code ownMarks}. */
    public BigDecimal mandatoryMarks() {
        return sum(mandatoryObjectives.stream().map(MandatoryObjective::weight));
    }

    /** What the office's own objectives must add up to. */
    public BigDecimal objectiveMarks() {
        return ownMarks.subtract(mandatoryMarks());
    }

    public BigDecimal planMarks() {
        return sum(reformPlans.stream().map(ReformPlan::weight));
    }

    /** What every ladder of an agreement of that year is read by, before the indicator says its own part. */
    public Terms terms(FiscalYear year) {
        return Terms.OPEN
                .in(year.startYear())
                .marked(marks.stream().map(LevelMark::percent).toList());
    }

    /** The ladder of an indicator that the scheme brings. */
    public Ladder ladder(SchemeIndicator indicator, FiscalYear year) {
        return Ladder.of(terms(year).of(indicator.kind()).running(indicator.direction()), indicator.ladder(year));
    }

    /** The band of a composite score, which counts with the two decimals that are published. */
    public Band band(BigDecimal score) {
        BigDecimal published = score.setScale(2, RoundingMode.HALF_UP);
        return bands.stream()
                .filter(band -> band.from().compareTo(published) <= 0)
                .max(comparing(Band::from))
                .orElseThrow();
    }

    static BigDecimal sum(Stream<BigDecimal> weights) {
        return weights.reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
