package org.assent.scoring;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** A level or an actual as it was typed, taken exactly. Public: drafting, monitoring and evaluation read figures. */
public final class Figure {

    private static final DateTimeFormatter WITH_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WITHOUT_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final ValueKind kind;
    /** A date's is the number of its day, so that dates interpolate by calendar days. */
    private final BigFraction exact;

    private final boolean yearless;
    private final String text;

    private Figure(ValueKind kind, BigFraction exact, boolean yearless, String text) {
        this.kind = kind;
        this.exact = exact;
        this.yearless = yearless;
        this.text = text;
    }

    /** Reads a number, a percentage or a date; a date without a year stays without one. */
    public static Figure read(String typed) {
        return read(typed, null);
    }

    /** The same in the fiscal year that begins on 1 July of this year, where a date without a year finds its own. */
    public static Figure read(String typed, @Nullable Integer fiscalYear) {
        String plain = FigureText.plain(typed);
        FigureText.demandShort(plain);
        return FigureText.number(plain)
                .or(() -> DateText.date(plain, fiscalYear))
                .orElseThrow(() -> new Refusal(FigureText.why(typed, plain)));
    }

    /** Whether nothing stands there: blank, a dash, or nothing at all. */
    public static boolean missing(@Nullable String typed) {
        return typed == null || FigureText.nothing(FigureText.plain(typed));
    }

    static Figure number(ValueKind kind, BigDecimal value) {
        return new Figure(kind, Exact.of(value), false, value.toPlainString());
    }

    static Figure computed(ValueKind kind, BigFraction value) {
        return new Figure(kind, value, false, Exact.precise(value).toPlainString());
    }

    static Figure date(LocalDate day, boolean yearless) {
        return new Figure(
                ValueKind.DATE,
                BigFraction.of(day.toEpochDay()),
                yearless,
                day.format(yearless ? WITHOUT_YEAR : WITH_YEAR));
    }

    /** A bare number where percentages are meant. */
    Figure asPercent() {
        return kind == ValueKind.NUMBER ? new Figure(ValueKind.PERCENT, exact, false, text) : this;
    }

    public ValueKind kind() {
        return kind;
    }

    BigFraction exact() {
        return exact;
    }

    /** For charts: up to ten decimals; of a date the number of its day. */
    public BigDecimal value() {
        return Exact.precise(exact);
    }

    /** A date's day, where its year is known. */
    public Optional<LocalDate> date() {
        return kind == ValueKind.DATE && !yearless
                ? Optional.of(LocalDate.ofEpochDay(exact.longValue()))
                : Optional.empty();
    }

    /** A day and month of which nobody said the year. */
    boolean yearless() {
        return yearless;
    }

    /** As officials read it: Western digits, no thousands set apart. */
    @Override
    public String toString() {
        return kind == ValueKind.PERCENT ? text + " %" : text;
    }
}
