package org.assent.notification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The notification cut into the rows of its table and the sections below. */
final class Form {
    private static final Pattern NUMBERED = Pattern.compile("(\\d{1,2})\\.\\s+\\p{Lu}.{1,78}[^.;,]");
    private static final Pattern ROW_LABEL = Pattern.compile("[\\p{Lu}\\d(][^.;!?]{0,60}:?");
    private static final Pattern COLON_LABEL = Pattern.compile("\\p{Lu}[\\p{L} ()/-]{1,40}:\\s+\\S.*");

    /** One row of the table; doubtful if something about it does not fit. */
    static final class Row {
        final List<Line> lines = new ArrayList<>();
        final @Nullable Integer revision;
        boolean doubtful;

        Row(@Nullable Integer revision) {
            this.revision = revision;
        }

        boolean isEmpty() {
            return lines.stream().allMatch(line -> line.text().isEmpty());
        }
    }

    final Map<Field, List<Row>> rows = new EnumMap<>(Field.class);
    final Map<Section, List<Line>> sections = new EnumMap<>(Section.class);
    final List<Line> lines;
    private final boolean labelsStandOut;
    private Section section = Section.HEADER;
    private @Nullable Field field;
    private @Nullable Row row;
    private final List<Row> inOrder = new ArrayList<>();
    private boolean orphan;
    private int headingNumber;
    private int itemNumber;

    Form(List<Line> allLines) {
        lines = joinedLabels(Furniture.removed(allLines));
        Set<Field> strong = EnumSet.noneOf(Field.class);
        for (Line line : lines) {
            Labels.Found found = Labels.find(line);
            if (found != null && found.strong()) {
                strong.add(found.field());
            }
        }
        labelsStandOut = strong.size() >= 4;
        lines.forEach(this::take);
        doubtColumnsOfLabels();
    }

    /** A label broken over several lines is put together again, its value left beside it. */
    private static List<Line> joinedLabels(List<Line> lines) {
        List<Line> joined = new ArrayList<>(lines);
        for (int i = 0; i < joined.size(); i++) {
            Line line = joined.get(i);
            String label = line.columns() ? line.left() : line.text();
            if (label.isEmpty() || label.length() > 60 || !Labels.isStart(label)) {
                continue;
            }
            int reach = 0;
            String best = label;
            String soFar = label;
            boolean inline = !line.columns();
            for (int k = i + 1; k < joined.size() && k <= i + 4 && Labels.isStart(soFar); k++) {
                Line next = joined.get(k);
                boolean columnGoesOn =
                        line.columns() && next.columns() && next.left().isEmpty();
                if (columnGoesOn) {
                    continue;
                }
                if (inline) {
                    boolean oneLabel = next.columns() && Labels.isLabel(label + " " + next.left());
                    if (!oneLabel && Labels.isLabel(next.columns() ? next.left() : next.text())) {
                        break;
                    }
                    Line both = next.columns()
                            ? new Line(label + " " + next.left(), next.text(), true, line.gap(), line.page(), line.x())
                            : Line.plain(label + " " + next.text(), line.gap(), line.page());
                    Labels.Found found = Labels.isLabel(label) ? null : Labels.find(both);
                    if (oneLabel || found != null && found.strong()) {
                        joined.set(i, both);
                        joined.remove(k);
                    }
                    break;
                }
                soFar = soFar + " " + (next.columns() ? next.left() : next.text());
                if (Labels.isLabel(soFar)) {
                    reach = k;
                    best = soFar;
                } else if (!Labels.isStart(soFar)) {
                    break;
                }
            }
            if (reach > 0) {
                joined.set(i, new Line(best, line.text(), true, line.gap(), line.page(), line.x()));
                for (int k = reach; k > i; k--) {
                    Line part = joined.get(k);
                    if (!part.columns()) {
                        joined.remove(k);
                    } else if (!part.left().isEmpty()) {
                        joined.set(k, part.rightOnly());
                    }
                }
            }
        }
        return joined;
    }

    private void take(Line line) {
        String text = line.whole();
        if (Furniture.isOnlyReference(text) && Furniture.REFERENCE.matcher(text).find()) {
            Row reference = rows(Field.REFERENCE, null);
            Matcher matcher = Furniture.REFERENCE.matcher(text);
            reference.lines.add(
                    line.columns() || !matcher.find()
                            ? line.rightOnly()
                            : Line.plain(matcher.group(), false, line.page()));
            return;
        }
        if (startsSection(line, text)) {
            return;
        }
        Labels.Found found = Labels.find(line);
        if (found != null && belongs(found, line)) {
            begin(found, line);
        } else if (field != null && row != null) {
            continueRow(row, field, line, found);
        } else {
            // the first lines of a value whose label stands further down
            orphan |= section == Section.HEADER && line.columns() && line.left().isEmpty();
            sections.computeIfAbsent(section, none -> new ArrayList<>()).add(line);
        }
    }

    private boolean startsSection(Line line, String text) {
        Matcher number = NUMBERED.matcher(text);
        boolean numbered = number.matches();
        Section known = knownSection(line, text);
        if (known != null) {
            enter(known);
            headingNumber = numbered ? Integer.parseInt(number.group(1)) : headingNumber;
            String rest = known == Section.of(text) ? "" : line.text();
            if (!rest.isEmpty()) {
                sections.computeIfAbsent(section, none -> new ArrayList<>()).add(line.rightOnly());
            }
            return true;
        }
        Matcher item = Pattern.compile("(\\d{1,2})[.)]\\s.*").matcher(text);
        int n = item.matches() ? Integer.parseInt(item.group(1)) : 0;
        boolean goesOn = n > 0 && n == itemNumber + 1;
        if (numbered && headingNumber > 0 && n == headingNumber + 1 && !goesOn && Labels.find(line) == null) {
            enter(Section.OTHER);
            headingNumber = n;
            return true;
        }
        itemNumber = n > 0 ? n : itemNumber;
        if (section == Section.HEADER
                && Items.dayHeading(text) != null
                && (field == null || field.isProse() || row != null && !row.isEmpty())) {
            enter(Section.SCOPE);
        }
        return false;
    }

    private @Nullable Section knownSection(Line line, String text) {
        boolean alone = !line.columns() || line.left().isEmpty();
        if (alone && line.columns()) {
            return null;
        }
        Section whole = Section.of(text);
        if (whole != null) {
            // a row of the change history names the clause that changed, and is no heading
            boolean namedOnly = section == Section.CHANGE_HISTORY && line.columns();
            return namedOnly ? null : whole;
        }
        return line.columns() && section != Section.CHANGE_HISTORY ? Section.of(line.left()) : null;
    }

    private void enter(Section entered) {
        section = entered;
        field = null;
        row = null;
        itemNumber = 0;
    }

    private boolean belongs(Labels.Found found, Line line) {
        boolean present = rows.containsKey(found.field());
        if (section == Section.CHANGE_HISTORY) {
            return found.strong()
                    && !found.rest().isEmpty()
                    && (found.field() == Field.PROJECT_CODE || found.field() == Field.TITLE);
        }
        boolean parses = Values.parses(found.field(), found.rest());
        if (section != Section.HEADER) {
            boolean numbered = !Labels.withoutNumbering(line.text()).equals(line.text());
            boolean written = found.strong()
                    && Character.isUpperCase(
                            Labels.withoutNumbering(line.whole()).codePointAt(0));
            return written
                    && (line.columns()
                            || numbered
                            || !found.rest().isEmpty()
                            || found.field().labels.get(0).contains(" "))
                    && (!present || parses);
        }
        if (found.strong()) {
            return true;
        }
        if (labelsStandOut) {
            return parses;
        }
        return parses || found.rest().matches("[\\p{Lu}\\d].*") && !present;
    }

    private void begin(Labels.Found found, Line line) {
        boolean again = rows.containsKey(found.field())
                && field != null
                && !found.rest().isEmpty()
                && Values.of(rows.get(found.field()).get(0)).startsWith(found.rest());
        if (again) {
            // the head of a page that repeats a row; the value that it interrupts goes on
            return;
        }
        Row begun = rows(found.field(), found.revision());
        begun.doubtful |= orphan;
        orphan = false;
        row = begun;
        field = found.field();
        if (!found.rest().isEmpty()) {
            begun.lines.add(new Line("", found.rest(), line.columns(), false, line.page(), line.x()));
        }
    }

    private Row rows(Field of, @Nullable Integer revision) {
        Row added = new Row(revision);
        rows.computeIfAbsent(of, none -> new ArrayList<>()).add(added);
        inOrder.add(added);
        return added;
    }

    private void continueRow(Row current, Field of, Line line, Labels.@Nullable Found found) {
        boolean unknownRow = line.columns()
                && !line.left().isEmpty()
                && !current.isEmpty()
                && ROW_LABEL.matcher(line.left()).matches()
                && line.left().split(" ").length <= 7;
        if (unknownRow) {
            field = null;
            row = null;
            return;
        }
        boolean anotherParagraph = line.gap() && !current.isEmpty();
        if (anotherParagraph && !of.isProse()) {
            // what follows a finished value may be a note that changes it
            current.doubtful |= !of.equals(Field.REFERENCE) && Values.maybeChanges(of, line.whole());
            field = null;
            row = null;
            sections.computeIfAbsent(section, none -> new ArrayList<>()).add(line);
            return;
        }
        boolean swallowsLabel = found != null && !found.strong() && labelsStandOut;
        boolean looksLikeRow = !current.isEmpty()
                && !of.isProse()
                && !line.columns()
                && COLON_LABEL.matcher(line.text()).matches();
        current.doubtful |= swallowsLabel || looksLikeRow;
        current.lines.add(
                line.columns() && !line.left().isEmpty()
                        ? new Line("", line.whole(), true, line.gap(), line.page(), line.x())
                        : line);
    }

    /** Labels one under the other with the values elsewhere: nobody can say which value belongs to the last label. */
    private void doubtColumnsOfLabels() {
        int emptyBefore = 0;
        for (Row each : inOrder) {
            each.doubtful |= emptyBefore >= 2;
            emptyBefore = each.isEmpty() ? emptyBefore + 1 : 0;
        }
    }
}
