package org.assent.scheme;

import java.math.BigDecimal;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import org.assent.scoring.Accumulation;
import org.assent.scoring.Direction;
import org.assent.scoring.Mode;
import org.assent.scoring.ValueKind;

/**
 * An indicator that the scheme itself brings, of a mandatory objective or a reform plan. Public: it is part of every
 * agreement under the scheme.
 *
 * @param id as shown and reported: M1.1.1, GRS.1
 * @param weight in the objective's marks, or the plan's own
 * @param accumulation of the quarters
 * @param ladder as many levels as the scheme has, best first, empty where not set; dates as day and month: {@code 16 Jul}
 */
public record SchemeIndicator(
        String id,
        String name,
        String bengaliName,
        String unit,
        BigDecimal weight,
        ValueKind kind,
        Direction direction,
        Accumulation accumulation,
        Mode mode,
        List<String> ladder,
        String evidence) {

    private static final DateTimeFormatter DAY_AND_MONTH = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("d MMM")
            .toFormatter(Locale.ENGLISH);

    /** The ladder as text, its dates placed in the fiscal year and written {@code 2018-07-16}. */
    public List<String> ladder(FiscalYear year) {
        return kind == ValueKind.DATE
                ? ladder.stream()
                        .map(day -> day.isBlank() ? "" : placed(day, year))
                        .toList()
                : ladder;
    }

    private static String placed(String day, FiscalYear year) {
        return year.place(MonthDay.parse(day, DAY_AND_MONTH)).toString();
    }
}
