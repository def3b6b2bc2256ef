package org.assent.drafting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.LevelScheme.Column;
import org.assent.scheme.LevelScheme.LevelMark;
import org.assent.scheme.LevelScheme.MandatoryObjective;
import org.assent.scheme.LevelScheme.Section;
import org.assent.scheme.SectionKey;

/** A small scheme with 70 own marks for tests that need no database; the real ones are held by the process test. */
final class Schemes {

    static final Frame FRAME = new Frame(scheme(70, List.of()), FiscalYear.of("2023-24"), null);

    private Schemes() {}

    static LevelScheme scheme(int ownMarks, List<MandatoryObjective> mandatory) {
        return new LevelScheme(
                List.of(
                        section(SectionKey.VISION, "vision", "mission", "functions"),
                        section(SectionKey.OUTCOMES, "name", "indicator", "unit", "target", "responsible"),
                        new Section(
                                SectionKey.OBJECTIVES,
                                "Section 3",
                                "সেকশন ৩",
                                true,
                                List.of(
                                        new Column("objective", "Strategic objective", "কৌশলগত উদ্দেশ্য", true),
                                        new Column("name", "Performance indicator", "কর্মসম্পাদন সূচক", true),
                                        new Column("budgetCode", "Budget code", "বাজেট কোড", true))),
                        section(SectionKey.MEASUREMENT, "evidence"),
                        section(SectionKey.ACRONYMS, "acronym", "meaning"),
                        section(SectionKey.DEPENDENCES, "organisation", "need", "reason")),
                Stream.of(100, 90, 80, 70, 60)
                        .map(percent -> new LevelMark(percent, "Level", "মান"))
                        .toList(),
                BigDecimal.valueOf(ownMarks),
                mandatory,
                List.of(),
                List.of(),
                List.of(),
                4);
    }

    static Frame below(Set<String> parentIndicators) {
        return new Frame(scheme(70, List.of()), FiscalYear.of("2023-24"), parentIndicators);
    }

    private static Section section(SectionKey key, String... columns) {
        return new Section(
                key,
                key.name(),
                key.name(),
                true,
                Stream.of(columns)
                        .map(column -> new Column(column, column, column, true))
                        .toList());
    }
}
