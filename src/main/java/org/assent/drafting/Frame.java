package org.assent.drafting;

import java.util.List;
import java.util.Set;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.LevelScheme;
import org.assent.scheme.LevelScheme.LevelMark;
import org.assent.scheme.SectionKey;
import org.jspecify.annotations.Nullable;

/**
 * What a content is held against: the scheme for the office's level, the year, and what it may serve.
 *
 * @param parentIndicators numbers of the superior office's indicators; null where an agreement serves nobody's
 */
record Frame(LevelScheme scheme, FiscalYear year, @Nullable Set<String> parentIndicators) {

    /** The field must be filled in: the scheme says so of the column, or of a section without columns. */
    boolean requires(SectionKey section, String field) {
        boolean listed = scheme.sections().stream()
                .filter(part -> part.key() == section)
                .flatMap(part -> part.columns().stream())
                .anyMatch(column -> column.key().equals(field));
        return listed ? scheme.requires(section, field) : scheme.requires(section) && isText(section);
    }

    private static boolean isText(SectionKey section) {
        return section == SectionKey.OVERVIEW || section == SectionKey.PREAMBLE || section == SectionKey.VISION;
    }

    List<Integer> marks() {
        return scheme.marks().stream().map(LevelMark::percent).toList();
    }
}
