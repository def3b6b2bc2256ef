package org.assent.scoring;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a sheet of scores, by their headings. */
enum SheetColumn {
    LADDER,
    DIRECTION,
    ACTUAL,
    WEIGHT,
    MODE,
    EVIDENCE;

    static Optional<SheetColumn> headed(String heading) {
        return Stream.of(values())
                .filter(column -> column.name().equals(FigureText.plain(heading).toUpperCase(Locale.ROOT)))
                .findFirst();
    }
}
