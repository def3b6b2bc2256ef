package org.assent.scheme;

import java.util.List;
import java.util.Map;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * One version of a performance scheme. Public: what an agreement must contain and how it is scored is read from it.
 *
 * @param firstYear the first fiscal year it applies to
 * @param lastYear the last one; null while it applies until further notice
 * @param source where its content was read
 * @param assumptions what no source said, in plain sentences
 * @param hash sha256 of the file it was read from, in hexadecimal
 */
public record SchemeFacts(
        String code,
        int version,
        String title,
        FiscalYear firstYear,
        @Nullable FiscalYear lastYear,
        String source,
        List<String> assumptions,
        String hash,
        Map<OfficeLevel, LevelScheme> levels) {

    /** What it says for offices of this level; refuses in words when it says nothing. */
    public LevelScheme level(OfficeLevel level) {
        LevelScheme found = levels.get(level);
        if (found == null) {
            throw new Refusal("The scheme “" + title + "” has no agreement for this level of office.");
        }
        return found;
    }

    public boolean covers(FiscalYear year) {
        return firstYear.compareTo(year) <= 0 && (lastYear == null || year.compareTo(lastYear) <= 0);
    }
}
