package org.assent.evaluation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;

/**
 * The published list of one fiscal year and level, as of its latest edition. Public: the page, the PDF and the rehearsal
 * show it.
 *
 * @param edition 1, and one more for each late result
 * @param becauseOf the agreement whose result made this edition
 */
public record LeagueTable(
        FiscalYear fiscalYear,
        OfficeLevel level,
        int edition,
        Instant publishedAt,
        String becauseOf,
        int offices,
        BigDecimal average,
        BigDecimal best,
        BigDecimal worst,
        List<Row> rows) {

    /** As many places are honoured. */
    public static final int HONOURED = 10;

    /** An office's place: offices with equal scores share it, and no place is skipped after them (R14). Public: as the table. */
    public record Row(int rank, String organisation, String name, String agreementKey, BigDecimal score) {}

    /** Places that more than one office has. */
    public Set<Integer> sharedPlaces() {
        Set<Integer> seen = new HashSet<>();
        Set<Integer> shared = new HashSet<>();
        rows.stream().map(Row::rank).filter(place -> !seen.add(place)).forEach(shared::add);
        return shared;
    }

    /** The first ten places, however many share them. */
    public List<Row> topTen() {
        return rows.stream().filter(row -> row.rank() <= HONOURED).toList();
    }
}
