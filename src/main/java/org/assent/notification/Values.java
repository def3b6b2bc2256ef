package org.assent.notification;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.notification.ReadNotification.Modality;
import org.assent.notification.ReadNotification.Participating;
import org.jspecify.annotations.Nullable;

/** What a single value may look like. */
final class Values {
    static final Pattern CODE = Pattern.compile("\\d{2}-[A-Z]{2}-\\d{2}-[A-Z]{2,3}-[A-Z]{3}-[A-Z]");
    private static final Pattern ALL_MEMBERS =
            Pattern.compile("(?:all )?(?:the )?(?:apo )?(?:member|participating) (?:countries|economies|states)"
                    + "|all (?:the )?(?:apo )?members?(?: countries| economies)?|(?:all )?apo members");
    private static final Pattern OPEN = Pattern.compile(
            "(?i)\\b(?:tba|tbd|tbc|to be (?:announced|decided|determined|confirmed|advised|communicated|notified))\\b|^[-–—.?_ ]*$|^(?:n/?a|none|nil)$");

    private Values() {}

    static String of(Form.Row row) {
        return row.lines.stream()
                .map(Line::text)
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Whether the text is, beyond doubt, a value of this row. */
    static boolean parses(Field field, String text) {
        return switch (field) {
            case PROJECT_CODE -> code(text) != null;
            case REFERENCE -> Furniture.REFERENCE.matcher(text).matches();
            case DATE_OF_ISSUE, REVISION_DATE, CLOSING, START, END -> Dates.date(text) != null;
            case TIMING -> Dates.span(text) != null;
            case DURATION -> Dates.span(text) != null || Dates.days(text) != null;
            case OVERSEAS, LOCAL -> Numbers.places(text) != null;
            case HOSTS -> Economies.list(text) != null;
            case PARTICIPATING -> participating(text) != null;
            case MODALITY -> modality(text) != null;
            default -> false;
        };
    }

    /** Whether a paragraph behind a value may belong to it or change it. */
    static boolean maybeChanges(Field field, String text) {
        if (text.startsWith("(") || Character.isLowerCase(text.codePointAt(0))) {
            return true;
        }
        return switch (field) {
            case DATE_OF_ISSUE, REVISION_DATE, CLOSING, START, END, TIMING, DURATION ->
                Dates.SOMEWHERE.matcher(text).find();
            case TITLE, VENUE, IMPLEMENTING -> !text.matches("\\p{Lu}[\\p{L} ()/-]{1,40}:.*|\\d{1,2}\\. .*");
            default -> text.length() < 40 && Economies.list(text) != null;
        };
    }

    static boolean isOpen(String text) {
        return OPEN.matcher(text).find();
    }

    static @Nullable String code(String text) {
        String squeezed =
                text.replaceAll("\\s+", "").replaceAll("[‐‑‒–—−]", "-").replaceAll("[.;,]$", "");
        return CODE.matcher(squeezed).matches() ? squeezed : null;
    }

    static @Nullable Modality modality(String text) {
        String s = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", " ").strip();
        s = s.replace("multi country", "multicountry").replaceAll("^(?:a|an) ", "");
        if (s.matches(
                "(?:digital|online|virtual)(?: multicountry)?(?: (?:project|workshop|course|training course|conference|mode|format))?")) {
            return Modality.DIGITAL_MULTICOUNTRY;
        }
        if (s.matches(
                "(?:face to face|in person|on ?site|physical)(?: multicountry)?(?: (?:project|workshop|course|training course|conference|mode|format))?")) {
            return Modality.FACE_TO_FACE;
        }
        boolean both = s.matches(
                "(?:hybrid|blended)(?: multicountry)?(?: (?:project|mode|format))?(?: (?:face to face|digital|online|and|in person|on ?site| )+)?");
        return both ? Modality.HYBRID : null;
    }

    static @Nullable Participating participating(String text) {
        String s = text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip().replaceAll("[.;]$", "");
        if (ALL_MEMBERS.matcher(s).matches()) {
            return Participating.ALL_MEMBERS;
        }
        List<Economies.Named> named = Economies.list(text.strip());
        return named == null
                ? null
                : new Participating(
                        false, named.stream().map(Economies.Named::iso2).toList());
    }
}
