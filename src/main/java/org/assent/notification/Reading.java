package org.assent.notification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assent.notification.ReadNotification.Day;
import org.assent.notification.ReadNotification.FinancialArrangements;
import org.assent.notification.ReadNotification.Modality;
import org.assent.notification.ReadNotification.Participating;
import org.jspecify.annotations.Nullable;

/** One reading of one notification: takes each field from the form, and doubts what contradicts something else. */
final class Reading {
    private static final Set<String> MANDATORY =
            Set.of("projectCode", "title", "startDate", "endDate", "hosts", "closingDate", "modality");
    private static final Pattern SIGNED =
            Pattern.compile("^(?:(.*?)[,\\s]+)?((?:Acting |Deputy )?Secretary[- ]General)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile(
            "(?:(?:Dr|Mr|Ms|Mrs|Prof|H\\.E)\\.?\\s+)*\\p{Lu}[\\p{L}.'’-]*(?:\\s+\\p{L}[\\p{L}.'’-]*){1,4}");
    private static final Pattern HISTORY_ROW =
            Pattern.compile("(?i)^(?:(?:revision|rev\\.?)\\s*(?:no\\.?\\s*)?(\\d{1,2})[\\s:,–-]+|(\\d{1,2})\\s+)"
                    + "(\\d{1,2}(?:st|nd|rd|th)?\\s+\\p{L}+\\s+\\d{4}|\\d{4}-\\d{2}-\\d{2}).*");

    private final Form form;
    private final Prose prose;
    private final List<Line> lines;
    private final Set<String> unread = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    Reading(List<Line> lines) {
        this.lines = lines;
        this.prose = new Prose(lines);
        this.form = new Form(lines);
    }

    ReadNotification result() {
        String code = value(Field.PROJECT_CODE, "projectCode", Values::code);
        String reference = reference();
        if (code != null && reference != null && !reference.startsWith(code + "-PN")) {
            unread.add("projectCode");
            unread.add("reference");
            code = null;
            reference = null;
        }
        LocalDate issued = value(Field.DATE_OF_ISSUE, "dateOfIssue", Dates::date);
        Revision revision = revision();
        String title = text(Field.TITLE, "title");
        Dates.Span span = span();
        LocalDate closing = value(Field.CLOSING, "closingDate", Dates::date);
        if (span != null && code != null && !plausibleYear(span, code)) {
            span = null;
            dates();
        }
        if (span != null && closing != null && closing.isAfter(span.start())) {
            closing = doubted("closingDate");
        }
        boolean issuedTooLate = issued != null && span != null && issued.isAfter(span.start());
        boolean issuedAfterClosing = issued != null && closing != null && issued.isAfter(closing);
        if (issuedTooLate || issuedAfterClosing) {
            issued = doubted("dateOfIssue");
            // with the sessions before it as well, it is the date of issue alone that is wrong
            closing = issuedTooLate ? closing : doubted("closingDate");
        }
        String venue = form.rows.containsKey(Field.VENUE) ? text(Field.VENUE, "venue") : null;
        Modality modality = modality(venue);
        List<Economies.Named> hosts = hosts(venue);
        Participating participating = participating();
        Integer overseas = places(Field.OVERSEAS, "overseasPlaces", "overseas");
        Integer local = places(Field.LOCAL, "localPlaces", "local");
        FinancialArrangements finance = finance();
        String[] signature = signature();
        return new ReadNotification(
                reference,
                issued,
                revision.number,
                revision.date,
                code,
                title,
                span == null ? null : span.start(),
                span == null ? null : span.end(),
                span == null ? null : span.days(),
                hosts.stream().map(Economies.Named::asWritten).toList(),
                hosts.stream().map(Economies.Named::iso2).toList(),
                venue,
                modality,
                text(Field.IMPLEMENTING, "implementingOrganizations"),
                participating,
                overseas,
                local,
                text(Field.QUALIFICATIONS, "qualifications"),
                form.rows.containsKey(Field.NOMINATION) ? text(Field.NOMINATION, "nominationRule") : null,
                closing,
                objectives(),
                topics(span),
                finance,
                signature.length == 2 ? signature[0] : null,
                signature.length == 2 ? signature[1] : null,
                List.copyOf(unread),
                List.copyOf(missing));
    }

    private record Revision(@Nullable Integer number, @Nullable LocalDate date) {}

    private <T> @Nullable T doubted(String name) {
        unread.add(name);
        return null;
    }

    private <T> @Nullable T absent(String name) {
        (MANDATORY.contains(name) ? missing : unread).add(name);
        return null;
    }

    private void dates() {
        unread.addAll(List.of("startDate", "endDate", "days"));
    }

    /** The one text that all rows of this label agree on; empty if they do not, or if it is doubtful. */
    private @Nullable String agreed(Field field) {
        Set<String> texts = new HashSet<>();
        for (Form.Row row : form.rows.getOrDefault(field, List.of())) {
            List<String> parts = row.lines.stream().map(Line::text).toList();
            boolean certain = !row.doubtful && !(field == Field.TITLE && prose.isOpen(parts));
            texts.add(certain ? field.isProse() ? paragraphs(row) : prose.joined(parts) : "");
        }
        return texts.isEmpty() ? null : texts.size() == 1 ? texts.iterator().next() : "";
    }

    /** Prose keeps its bullets apart, one on a line. */
    private String paragraphs(Form.Row row) {
        List<List<String>> paragraphs = new ArrayList<>();
        for (Line line : row.lines) {
            boolean marked = Items.isMarked(line.text());
            if (paragraphs.isEmpty() || marked) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.get(paragraphs.size() - 1).add(Items.unmarked(line.text()));
        }
        return String.join("\n", paragraphs.stream().map(prose::joined).toList());
    }

    private <T> @Nullable T value(Field field, String name, Function<String, @Nullable T> parser) {
        String text = agreed(field);
        if (text == null) {
            return absent(name);
        }
        T value = text.isEmpty() ? null : parser.apply(text);
        return value == null ? doubted(name) : value;
    }

    private @Nullable String text(Field field, String name) {
        return value(
                field,
                name,
                text -> Values.isOpen(text) || text.length() > (field.isProse() ? 4000 : 400) ? null : text);
    }

    private @Nullable String reference() {
        if (form.rows.containsKey(Field.REFERENCE)) {
            return value(Field.REFERENCE, "reference", text -> {
                String squeezed = text.replaceAll("\\s+", "").replaceAll("[‐‑‒–—−]", "-");
                return Furniture.REFERENCE.matcher(squeezed).matches() ? squeezed : null;
            });
        }
        Set<String> found = new HashSet<>();
        for (Line line : lines) {
            Matcher matcher = Furniture.REFERENCE.matcher(line.whole());
            while (matcher.find()) {
                found.add(matcher.group());
            }
        }
        return found.size() == 1 ? found.iterator().next() : absent("reference");
    }

    private Revision revision() {
        Set<Integer> numbers = new HashSet<>();
        Map<Integer, Set<LocalDate>> dates = new TreeMap<>();
        boolean open = false;
        for (Form.Row row : form.rows.getOrDefault(Field.REVISION_DATE, List.of())) {
            String text = Values.of(row);
            LocalDate date = Dates.date(text);
            open |= row.revision == null && date == null && !text.matches("(?i)[-–—]?|n/?a|none|nil");
            if (row.revision != null || date != null) {
                int number = row.revision == null ? 0 : row.revision;
                numbers.add(number);
                if (date != null) {
                    dates.computeIfAbsent(number, none -> new HashSet<>()).add(date);
                }
            }
        }
        for (Form.Row row : form.rows.getOrDefault(Field.REVISION, List.of())) {
            Matcher stated = Pattern.compile("(?i)(?:revision |rev\\.? |no\\. )?(\\d{1,2})(?: ?\\(.*\\))?")
                    .matcher(Values.of(row));
            boolean first = Values.of(row).matches("(?i)0|[-–—]|n/?a|none|nil|original|first issue");
            open |= !first && !stated.matches();
            if (!first && stated.matches()) {
                numbers.add(Integer.valueOf(stated.group(1)));
            }
        }
        numbers.removeIf(number -> number == 0 && numbers.size() > 1);
        return latest(numbers, dates, open);
    }

    private Revision latest(Set<Integer> stated, Map<Integer, Set<LocalDate>> dates, boolean open) {
        Set<Integer> listed = new HashSet<>();
        List<Line> history = form.sections.getOrDefault(Section.CHANGE_HISTORY, List.of());
        for (Line line : history) {
            Matcher row = HISTORY_ROW.matcher(line.whole());
            Matcher alone = Pattern.compile("(?i)revision (\\d{1,2})\\b.*").matcher(line.whole());
            if (row.matches()) {
                LocalDate date = Dates.date(row.group(3));
                int number = Integer.parseInt(row.group(1) == null ? row.group(2) : row.group(1));
                listed.add(number);
                if (date != null) {
                    dates.computeIfAbsent(number, none -> new HashSet<>()).add(date);
                }
            } else if (alone.matches()) {
                listed.add(Integer.valueOf(alone.group(1)));
            }
        }
        if (stated.isEmpty() && listed.isEmpty() && !open && history.isEmpty()) {
            return new Revision(null, null);
        }
        int number = stated.stream()
                .filter(n -> n > 0)
                .findFirst()
                .orElse(listed.stream().max(Integer::compare).orElse(0));
        boolean contradicted = stated.size() > 1 || listed.stream().anyMatch(later -> later > number);
        if (number == 0 || contradicted || open) {
            // a history that lists only the first issue is no revision
            boolean firstIssueOnly = number == 0 && !contradicted && !open && stated.isEmpty() && !listed.isEmpty();
            return firstIssueOnly
                    ? new Revision(null, null)
                    : new Revision(doubted("revisionNumber"), doubted("revisionDate"));
        }
        Set<LocalDate> said = new HashSet<>(dates.getOrDefault(number, Set.of()));
        said.addAll(dates.getOrDefault(0, Set.of()));
        return new Revision(number, said.size() == 1 ? said.iterator().next() : doubted("revisionDate"));
    }

    private Dates.@Nullable Span span() {
        Field timing = form.rows.containsKey(Field.TIMING) ? Field.TIMING : Field.DURATION;
        String text = agreed(timing);
        Dates.Span span = text == null || text.isEmpty() ? null : Dates.span(text);
        if (text == null || timing == Field.DURATION && span == null) {
            return form.rows.containsKey(Field.START) ? fromTo() : noDates(text);
        }
        if (span != null && timing == Field.TIMING && form.rows.containsKey(Field.DURATION)) {
            Integer days = Dates.days(String.valueOf(agreed(Field.DURATION)));
            span = days != null && days == span.days() ? span : null;
        }
        if (span == null) {
            dates();
        }
        return span;
    }

    private Dates.@Nullable Span noDates(@Nullable String text) {
        if (text == null) {
            missing.addAll(List.of("startDate", "endDate"));
            unread.add("days");
        } else {
            dates();
        }
        return null;
    }

    private Dates.@Nullable Span fromTo() {
        LocalDate start = value(Field.START, "startDate", Dates::date);
        LocalDate end = value(Field.END, "endDate", Dates::date);
        String duration = agreed(Field.DURATION);
        String stated = duration == null ? "" : " (" + duration + ")";
        Dates.Span span = start == null || end == null ? null : Dates.span(start + " to " + end + stated);
        if (span == null) {
            dates();
            unread.removeAll(missing);
        }
        return span;
    }

    /** A project is held in its programme year, or postponed by at most two. */
    private static boolean plausibleYear(Dates.Span span, String code) {
        int year = 2000 + Integer.parseInt(code.substring(0, 2));
        return span.start().getYear() >= year && span.start().getYear() <= year + 2;
    }

    /** The forms with a venue and no modality are the older ones: whether people met there is for an official to say. */
    private @Nullable Modality modality(@Nullable String venue) {
        boolean venueInstead = !form.rows.containsKey(Field.MODALITY) && form.rows.containsKey(Field.VENUE);
        if (!venueInstead) {
            return value(Field.MODALITY, "modality", Values::modality);
        }
        Modality online = venue == null ? null : Values.modality(venue);
        return online == null ? doubted("modality") : online;
    }

    private List<Economies.Named> hosts(@Nullable String venue) {
        List<Economies.Named> ofVenue = venue == null ? null : Economies.ofVenue(venue);
        List<Economies.Named> hosts = null;
        if (form.rows.containsKey(Field.HOSTS)) {
            hosts = value(Field.HOSTS, "hosts", Economies::list);
            boolean elsewhere =
                    hosts != null && ofVenue != null && !codes(hosts).containsAll(codes(ofVenue));
            hosts = elsewhere ? doubted("hosts") : hosts;
        } else if (form.rows.containsKey(Field.VENUE)) {
            hosts = ofVenue == null ? doubted("hosts") : ofVenue;
        } else {
            absent("hosts");
        }
        return hosts == null ? List.of() : hosts;
    }

    private static List<String> codes(List<Economies.Named> economies) {
        return economies.stream().map(Economies.Named::iso2).toList();
    }

    private @Nullable Participating participating() {
        if (form.rows.containsKey(Field.PARTICIPATING)) {
            return value(Field.PARTICIPATING, "participating", Values::participating);
        }
        String overseas = agreed(Field.OVERSEAS);
        Matcher from =
                Pattern.compile("(?s).*?\\bfrom\\s+(.*?)(?:\\s*\\(.*\\))?").matcher(overseas == null ? "" : overseas);
        Participating named = from.matches() ? Values.participating(from.group(1)) : null;
        return named == null ? doubted("participating") : named;
    }

    private @Nullable Integer places(Field field, String name, String kind) {
        if (form.rows.containsKey(field)) {
            return value(field, name, Numbers::places);
        }
        String total = agreed(Field.PARTICIPANTS);
        Matcher both = Pattern.compile(
                        "(?i)(?:up to )?(\\w+) overseas(?: participants)?(?:,| and|, and|;) (?:up to )?(\\w+) local(?: participants)?")
                .matcher(total == null ? "" : total);
        Integer places = both.matches() ? Numbers.of(both.group(kind.equals("overseas") ? 1 : 2)) : null;
        return places == null ? doubted(name) : places;
    }

    private List<String> objectives() {
        Items objectives = Items.of(form.sections.getOrDefault(Section.OBJECTIVES, List.of()), prose, false);
        if (!objectives.certain() || objectives.items().isEmpty()) {
            unread.add("objectives");
            return List.of();
        }
        return objectives.items();
    }

    private List<Day> topics(Dates.@Nullable Span span) {
        Map<Integer, List<String>> days = new TreeMap<>();
        List<Line> block = new ArrayList<>();
        Items.DayHeading heading = null;
        boolean certain = true;
        List<Line> all = new ArrayList<>(form.sections.getOrDefault(Section.SCOPE, List.of()));
        all.addAll(form.sections.getOrDefault(Section.OTHER, List.of()));
        for (Line line : all) {
            boolean inCell = line.columns() && !line.left().isEmpty() && Items.dayHeading(line.left()) != null;
            Items.DayHeading next = Items.dayHeading(inCell ? line.left() : line.whole());
            certain &= next != null || !Items.isOddDay(Items.unmarked(line.whole()));
            if (next == null) {
                block.add(line);
                continue;
            }
            certain &= heading == null || add(days, heading, block);
            heading = next;
            block.clear();
            if (inCell) {
                block.add(line.rightOnly());
            }
        }
        certain &= heading != null && add(days, heading, block);
        int last = 0;
        for (int number : days.keySet()) {
            certain &= number == ++last;
        }
        if (!certain || span != null && last > span.days()) {
            unread.add("topics");
            return List.of();
        }
        return days.entrySet().stream()
                .map(day -> new Day(day.getKey(), day.getValue()))
                .toList();
    }

    private boolean add(Map<Integer, List<String>> days, Items.DayHeading heading, List<Line> block) {
        Items items = heading.rest().isEmpty() ? Items.of(block, prose, true) : null;
        List<String> topics = items == null
                ? Pattern.compile("\\s*;\\s*")
                        .splitAsStream(heading.rest())
                        .filter(topic -> !topic.isBlank())
                        .toList()
                : items.items();
        // a theme with a list below, or a line that goes on, is more than one reading
        boolean themeAndList = items == null
                && !block.isEmpty()
                && !block.get(0).gap()
                && (Items.isMarked(block.get(0).whole())
                        || block.size() > 1
                        || Character.isLowerCase(block.get(0).whole().codePointAt(0)));
        return days.put(heading.number(), topics) == null
                && !topics.isEmpty()
                && !themeAndList
                && (items == null || items.certain());
    }

    private FinancialArrangements finance() {
        List<Line> section = form.sections.getOrDefault(Section.FINANCIAL, List.of());
        Items items = Items.of(section, prose, false);
        FinancialArrangements said = Finance.of(items.items());
        FinancialArrangements finance = items.certain()
                ? said
                : new FinancialArrangements(
                        List.of(),
                        said.apoMeetsOverseasResourcePersons(),
                        said.maxLocalHonoraria(),
                        said.hostMeetsSiteVisits());
        if (finance.lines().isEmpty()) {
            unread.add("financialArrangements");
        }
        if (finance.apoMeetsOverseasResourcePersons() == null) {
            unread.add("apoMeetsOverseasResourcePersons");
        }
        if (finance.maxLocalHonoraria() == null) {
            unread.add("maxLocalHonoraria");
        }
        if (finance.hostMeetsSiteVisits() == null) {
            unread.add("hostMeetsSiteVisits");
        }
        return finance;
    }

    /** Name and post from the foot of the paper; empty if it bears none. */
    private String[] signature() {
        for (int i = form.lines.size() - 1; i >= Math.max(0, form.lines.size() - 8); i--) {
            Matcher signed = SIGNED.matcher(form.lines.get(i).whole());
            if (signed.matches()) {
                String before = signed.group(1) == null
                        ? (i == 0 ? "" : form.lines.get(i - 1).whole())
                        : signed.group(1);
                String name = before.strip().replaceAll(",$", "");
                if (NAME.matcher(name).matches() && !Labels.isLabelOrStart(name)) {
                    return new String[] {name, signed.group(2)};
                }
                break;
            }
        }
        unread.add("signatory");
        return new String[0];
    }
}
