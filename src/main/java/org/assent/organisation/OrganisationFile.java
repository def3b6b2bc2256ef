package org.assent.organisation;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180ParserBuilder;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assent.scheme.OfficeLevel;
import org.jspecify.annotations.Nullable;

/** Reads the CSV of an import, cell by cell; whether the offices make a tree is not asked here. */
final class OrganisationFile {

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "bengali_name",
            "level",
            "parent",
            "apa_team",
            "focal_point",
            "head",
            "team_address",
            "head_address");
    /** Not every file need have these. */
    static final List<String> MORE_COLUMNS = List.of("head_title", "active");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    /** Their groups would be those of the NPOs' heads and of all heads of offices. */
    static final Set<String> TAKEN = Set.of("npo", "office");

    private static final Pattern USER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");
    private static final Pattern LIKE_A_FORMULA = Pattern.compile("[=+@\\-\\t\\r].*", Pattern.DOTALL);
    /** Control, format and private characters, but for the two joiners that Bengali needs. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Co}\\p{Cn}\\p{Cf}&&[^\\u200c\\u200d]]");

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 100;
    private static final int LARGEST_TEAM = 30;

    private final ICSVParser parser = new RFC4180ParserBuilder().build();
    private final List<Problem> problems = new ArrayList<>();
    private final List<OrganisationLine> lines = new ArrayList<>();

    private OrganisationFile() {}

    static OrganisationFile read(byte[] csv) {
        OrganisationFile file = new OrganisationFile();
        try {
            file.read(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(csv))
                    .toString());
        } catch (CharacterCodingException e) {
            file.problem(0, "This file is not in UTF-8. Save it from the spreadsheet as “CSV UTF-8”.");
        }
        return file;
    }

    List<OrganisationLine> lines() {
        return lines;
    }

    List<Problem> problems() {
        return problems;
    }

    private void read(String text) {
        String[] rows = (text.startsWith("\ufeff") ? text.substring(1) : text).split("\r\n|\n|\r", -1);
        List<String> heading = cells(rows[0]).stream()
                .map(cell -> cell.toLowerCase(Locale.ROOT))
                .toList();
        if (!isHeading(heading)) {
            return;
        }
        Set<String> codes = new HashSet<>();
        for (int i = 1; i < rows.length; i++) {
            if (!rows[i].isBlank()) {
                row(heading, i + 1, rows[i], codes);
            }
        }
        if (lines.isEmpty() && problems.isEmpty()) {
            problem(0, "This file names no office.");
        }
    }

    private boolean isHeading(List<String> heading) {
        List<String> missing = new ArrayList<>(COLUMNS);
        missing.removeAll(heading);
        if (!missing.isEmpty()) {
            problem(
                    1,
                    "The first line must name the columns, separated by commas. Missing: %s."
                            .formatted(String.join(", ", missing)));
        }
        List<String> unknown = heading.stream()
                .filter(column -> !COLUMNS.contains(column) && !MORE_COLUMNS.contains(column))
                .toList();
        // a file without any known column is a file of something else: its cells are not repeated
        if (!unknown.isEmpty() && missing.size() < COLUMNS.size()) {
            problem(1, "There is no column of the name “%s”.".formatted(shown(unknown.get(0))));
        }
        if (heading.size() != new HashSet<>(heading).size()) {
            problem(1, "A column stands in the first line twice.");
        }
        return problems.isEmpty();
    }

    private void row(List<String> heading, int line, String text, Set<String> codes) {
        if (text.chars().filter(letter -> letter == '"').count() % 2 != 0) {
            problem(line, "There is a quotation mark without its partner.");
            return;
        }
        List<String> cells = cells(text);
        if (cells.size() != heading.size()) {
            problem(
                    line,
                    "There are %d cells, but the first line names %d columns.".formatted(cells.size(), heading.size()));
            return;
        }
        Map<String, String> office = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            office.put(heading.get(i), cells.get(i));
        }
        int before = problems.size();
        office.forEach((column, cell) -> harmless(line, column, cell));
        if (problems.size() == before) {
            @Nullable OrganisationLine read = office(line, office);
            if (!codes.add(office.getOrDefault("code", ""))) {
                problem(line, "The code “%s” stands in this file twice.".formatted(shown(cell(office, "code"))));
            }
            if (read != null && problems.size() == before) {
                lines.add(read);
            }
        }
    }

    private @Nullable OrganisationLine office(int line, Map<String, String> cells) {
        String code = cell(cells, "code");
        if (!CODE.matcher(code).matches() || TAKEN.contains(code)) {
            problem(
                    line,
                    TAKEN.contains(code)
                            ? "The code “%s” is kept for this desk itself. Please choose another.".formatted(code)
                            : "A code is 2 to 40 small letters, digits and hyphens, and begins with a letter; this one is not: “%s”."
                                    .formatted(shown(code)));
        }
        Optional<OfficeLevel> level = level(cell(cells, "level"));
        if (level.isEmpty()) {
            problem(
                    line,
                    "The level must be cabinet division, ministry, department or field office, not “%s”."
                            .formatted(shown(cell(cells, "level"))));
        }
        text(line, "name", cell(cells, "name"), LONGEST_NAME, true);
        text(line, "Bengali name", cell(cells, "bengali_name"), LONGEST_NAME, false);
        text(line, "title of the head", cell(cells, "head_title"), LONGEST_TITLE, false);
        List<String> team = people(cell(cells, "apa_team"));
        String focalPoint = cell(cells, "focal_point");
        String head = cell(cells, "head");
        Stream.concat(team.stream(), Stream.of(focalPoint, head))
                .filter(user -> !user.isEmpty() && !USER.matcher(user).matches())
                .forEach(user -> problem(line, "“%s” is not a user id.".formatted(shown(user))));
        if (team.size() > LARGEST_TEAM) {
            problem(line, "A team has at most %d people.".formatted(LARGEST_TEAM));
        }
        if (!focalPoint.isEmpty() && !team.contains(focalPoint)) {
            problem(line, "The focal point must be one of the APA team.");
        }
        address(line, "team", cell(cells, "team_address"));
        address(line, "head", cell(cells, "head_address"));
        Optional<Boolean> active = yesOrNo(line, cell(cells, "active"));
        return level.map(known -> new OrganisationLine(
                        line,
                        code,
                        cell(cells, "name"),
                        cell(cells, "bengali_name"),
                        known,
                        orNull(cell(cells, "parent")),
                        team,
                        orNull(focalPoint),
                        orNull(head),
                        cell(cells, "team_address"),
                        cell(cells, "head_address"),
                        orNull(cell(cells, "head_title")),
                        active.orElse(null)))
                .orElse(null);
    }

    /** A list of offices is opened in spreadsheets again: no cell may run there, or hide what it says. */
    private void harmless(int line, String column, String cell) {
        if (LIKE_A_FORMULA.matcher(cell).matches()) {
            problem(
                    line,
                    "The %s begins with a character that a spreadsheet would take for a formula."
                            .formatted(column.replace('_', ' ')));
        } else if (UNSEEN.matcher(cell).find()) {
            problem(line, "The %s holds a character that cannot be seen.".formatted(column.replace('_', ' ')));
        }
    }

    private void text(int line, String what, String value, int longest, boolean required) {
        if (required && value.isEmpty()) {
            problem(line, "The %s is missing.".formatted(what));
        } else if (value.length() > longest) {
            problem(line, "The %s is longer than %d letters.".formatted(what, longest));
        }
    }

    /** Letters of an agreement go there, so an office without is not taken. */
    private void address(int line, String whose, String address) {
        if (address.isEmpty()) {
            problem(line, "The %s address is missing.".formatted(whose));
            return;
        }
        try {
            if (address.length() > LONGEST_NAME
                    || !new InternetAddress(address, true).getAddress().equals(address)) {
                throw new AddressException();
            }
        } catch (AddressException e) {
            problem(line, "The %s address is not an e-mail address.".formatted(whose));
        }
    }

    private Optional<Boolean> yesOrNo(int line, String answer) {
        return switch (answer.toLowerCase(Locale.ROOT)) {
            case "" -> Optional.empty();
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            default -> {
                problem(line, "Active is yes or no.");
                yield Optional.empty();
            }
        };
    }

    private static Optional<OfficeLevel> level(String written) {
        String name = written.toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(OfficeLevel.values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }

    private static List<String> people(String cell) {
        return Arrays.stream(cell.split("[;\\s]+"))
                .filter(user -> !user.isEmpty())
                .distinct()
                .toList();
    }

    private List<String> cells(String row) {
        try {
            return Arrays.stream(parser.parseLine(row))
                    .map(cell -> cell == null ? "" : cell.strip())
                    .toList();
        } catch (IOException e) {
            return List.of(row);
        }
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    static String shown(String cell) {
        return cell.length() > 60 ? cell.substring(0, 60) + "…" : cell;
    }

    private void problem(int line, String sentence) {
        problems.add(new Problem(line, sentence));
    }
}
