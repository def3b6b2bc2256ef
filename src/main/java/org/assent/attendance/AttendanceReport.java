package org.assent.attendance;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads the participant report of a meeting platform; a line that cannot be read is told and costs only itself. */
final class AttendanceReport {

    private static final Pattern SECTION = Pattern.compile("\\d+\\. .*");
    private static final Pattern MINUTES = Pattern.compile("\\d+");
    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d{2}):(\\d{2})");
    private static final Pattern SPELT =
            Pattern.compile("(?:(\\d+)\\s*h\\w*)?\\s*(?:(\\d+)\\s*m\\w*)?\\s*(?:(\\d+)\\s*s\\w*)?");

    /** The report, counted; the seconds are those within the session. */
    record Parsed(List<Attendee> attendees, long sessionSeconds, List<Remark> remarks) {

        AttendanceMatch.Matched match(List<AttendanceMatch.Person> confirmed, BigDecimal threshold) {
            return AttendanceMatch.match(this, confirmed, threshold);
        }
    }

    /** Somebody as the platform knows them: one e-mail address, or without any one name. */
    record Attendee(String name, String email, List<Stay> stays) {

        long seconds() {
            return Stay.seconds(stays);
        }

        long minutes() {
            return seconds() / 60;
        }
    }

    /** What could not be read, or only in part; in words and without names. */
    record Remark(int line, String sentence) {}

    private record Section(ReportColumns columns, ICSVParser cells, List<Row> rows) {}

    private record Row(int line, List<String> cells) {}

    private final Instant start;
    private final Instant end;
    private final ReportTimes times;
    private final List<Remark> remarks = new ArrayList<>();
    private final Map<String, Attendee> attendees = new LinkedHashMap<>();

    private AttendanceReport(Instant start, Instant end, ZoneId zone) {
        this.start = start;
        this.end = end;
        this.times = new ReportTimes(start, end, zone);
    }

    /** The zone is that of times which bear none. */
    static Parsed parse(byte[] csv, Instant start, Instant end, ZoneId zone) {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("A session ends after it starts.");
        }
        return new AttendanceReport(start, end, zone).read(text(csv));
    }

    private Parsed read(String text) {
        List<Section> sections = sections(text.split("\r\n|\n|\r", -1));
        if (sections.isEmpty()) {
            throw new Refusal(
                    "This file is no participant report: it has no columns for the name or e-mail address and "
                            + "for the times of joining and leaving.");
        }
        // first join and last leave hide the gaps between: used only where single joins are not listed
        boolean single =
                sections.stream().anyMatch(section -> !section.columns().outline());
        for (Section section : sections) {
            if (!single || !section.columns().outline()) {
                section.rows().forEach(row -> count(section.columns(), row));
            }
        }
        if (!attendees.isEmpty()
                && attendees.values().stream()
                        .allMatch(attendee -> attendee.stays().isEmpty())) {
            remarks.add(new Remark(
                    0, "No time in this report falls within the session: it may be the report of another session."));
        }
        remarks.sort(Comparator.comparingInt(Remark::line));
        return new Parsed(
                List.copyOf(attendees.values()), Duration.between(start, end).toSeconds(), List.copyOf(remarks));
    }

    private List<Section> sections(String[] lines) {
        List<Section> sections = new ArrayList<>();
        @Nullable Section open = null;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i];
            if (line.replaceAll("[,;\\t|\\s\"]", "").isEmpty()) {
                continue;
            }
            Optional<Section> heading = heading(line);
            if (heading.isPresent()) {
                open = heading.get();
                sections.add(open);
            } else if (open != null && isSectionTitle(open, line)) {
                open = null;
            } else if (open != null) {
                i += row(open, lines, i);
            }
        }
        return sections;
    }

    /** "3. In-Meeting Activities", alone on its line. */
    private static boolean isSectionTitle(Section section, String line) {
        List<String> cells = cells(section.cells(), line);
        return SECTION.matcher(cells.get(0)).matches()
                && cells.stream().filter(cell -> !cell.isEmpty()).count() == 1;
    }

    private static Optional<Section> heading(String line) {
        for (char separator : new char[] {',', ';', '\t', '|'}) {
            ICSVParser parser =
                    new RFC4180ParserBuilder().withSeparator(separator).build();
            List<String> cells = cells(parser, line);
            Optional<ReportColumns> columns = ReportColumns.of(cells);
            if (columns.isPresent()) {
                return Optional.of(new Section(columns.get(), parser, new ArrayList<>()));
            }
        }
        return Optional.empty();
    }

    /** Reads one row and answers how many further lines it took: a quoted name may hold a line break. */
    private int row(Section section, String[] lines, int at) {
        List<String> alone = cells(section.cells(), lines[at]);
        if (whole(lines[at]) || alone.size() == section.columns().width()) {
            section.rows().add(new Row(at + 1, alone));
            return 0;
        }
        String both = at + 1 < lines.length ? lines[at] + " " + lines[at + 1] : lines[at];
        List<String> joined = cells(section.cells(), both);
        if (whole(both) && joined.size() == section.columns().width()) {
            section.rows().add(new Row(at + 1, joined));
            return 1;
        }
        remark(at + 1, "has a quotation mark without its partner");
        return 0;
    }

    private static boolean whole(String line) {
        return line.chars().filter(letter -> letter == '"').count() % 2 == 0;
    }

    private static List<String> cells(ICSVParser parser, String line) {
        try {
            return Arrays.stream(parser.parseLine(line))
                    .map(cell -> cell == null ? "" : cell.strip())
                    .toList();
        } catch (IOException e) {
            return List.of(line);
        }
    }

    private void count(ReportColumns columns, Row row) {
        List<String> cells = row.cells();
        if (cells.size() <= Math.max(columns.join(), columns.leave())) {
            remark(row.line(), "is no line about a participant");
            return;
        }
        String name = (cell(cells, columns.givenName()) + " " + cell(cells, columns.name())).strip();
        String email = AttendanceMatch.email(cell(cells, columns.email()));
        if (name.isEmpty() && email.isEmpty()) {
            remark(row.line(), "names nobody");
            return;
        }
        try {
            Instant join = times.read(cells.get(columns.join()), columns.zone());
            Instant leave = times.read(cells.get(columns.leave()), columns.zone());
            if (leave.isBefore(join)) {
                remark(row.line(), "ends before it begins");
                return;
            }
            add(name, email, stay(columns, row, join, leave));
        } catch (ReportTimes.Unreadable e) {
            remark(row.line(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<Stay> stay(ReportColumns columns, Row row, Instant join, Instant leave) {
        Optional<Stay> inside = new Stay(join, leave).within(start, end);
        Duration present = columns.outline() ? duration(cell(row.cells(), columns.duration())) : null;
        if (inside.isEmpty() || present == null) {
            return inside;
        }
        Duration away = Duration.between(join, leave).minus(present);
        // platforms round to the minute
        if (away.compareTo(Duration.ofSeconds(60)) < 0) {
            return inside;
        }
        remark(
                row.line(),
                "tells of an absence of " + away.toMinutes()
                        + " minutes but not when, so it is counted as if it fell within the session");
        return new Stay(inside.get().from(), inside.get().to().minus(away)).within(start, end);
    }

    private static @Nullable Duration duration(String written) {
        String text = written.toLowerCase(Locale.ROOT).strip();
        Matcher clock = CLOCK.matcher(text);
        Matcher spelt = SPELT.matcher(text);
        if (text.isEmpty()) {
            return null;
        }
        if (MINUTES.matcher(text).matches() && text.length() < 6) {
            return Duration.ofMinutes(Long.parseLong(text));
        }
        if (clock.matches()) {
            return sum(clock);
        }
        return spelt.matches() ? sum(spelt) : null;
    }

    private static Duration sum(Matcher parts) {
        long seconds = 0;
        for (int i = 1; i <= 3; i++) {
            String part = parts.group(i);
            seconds = seconds * 60 + (part == null ? 0 : Long.parseLong(part));
        }
        return Duration.ofSeconds(seconds);
    }

    private void add(String name, String email, Optional<Stay> stay) {
        String key = email.isEmpty() ? "name " + NameKey.of(name) : "email " + email;
        Attendee attendee = attendees.computeIfAbsent(key, k -> new Attendee(name, email, new ArrayList<>()));
        stay.ifPresent(attendee.stays()::add);
    }

    private void remark(int line, String what) {
        remarks.add(new Remark(line, "Line " + line + " " + what + "."));
    }

    private static String cell(List<String> cells, int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    private static String text(byte[] bytes) {
        String text = decoded(bytes);
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || zeros(bytes, 1)) {
            return new String(bytes, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF) || zeros(bytes, 0)) {
            return new String(bytes, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            // a spreadsheet of a Western office
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** UTF-16 without its mark: every other byte of the heading is zero. */
    private static boolean zeros(byte[] bytes, int from) {
        int looked = 0;
        for (int i = from; i < Math.min(bytes.length, 40); i += 2) {
            if (bytes[i] != 0) {
                return false;
            }
            looked++;
        }
        return looked > 3;
    }
}
