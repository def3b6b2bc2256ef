package org.assent.rehearsal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Candidates for demonstrations: the same for every run, different enough to be screened. Nobody of them exists. */
final class InventedPeople {

    private record Person(String given, String family, String sex) {}

    private static final List<String> LEVELS = List.of("MANAGER", "OFFICER", "SENIOR_MANAGER", "OFFICER", "EXECUTIVE");
    private static final List<String> POSITIONS = List.of(
            "Head of section, performance management",
            "Planning officer",
            "Deputy director, organization and methods",
            "Quality management officer",
            "Director, reform programme");
    private static final List<String> ORGANIZATIONS = List.of(
            "Ministry of Public Administration",
            "City Council",
            "Public Utilities Corporation",
            "National Institute of Public Administration",
            "State University");
    private static final List<String> TYPES =
            List.of("GOVERNMENT", "LOCAL_GOVERNMENT", "PUBLIC_ENTERPRISE", "GOVERNMENT", "ACADEMIA");
    private static final List<String> DEGREES = List.of("MASTER", "BACHELOR", "MASTER", "BACHELOR", "DOCTORATE");

    private final Map<String, List<Person>> people = new LinkedHashMap<>();

    InventedPeople() {
        try (var lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("rehearsal/people.csv").getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";", 4))
                    .forEach(cells -> people.computeIfAbsent(cells[0], economy -> new java.util.ArrayList<>())
                            .add(new Person(cells[1], cells[2], cells[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are of this economy. */
    int of(String economy) {
        return people.getOrDefault(economy, List.of()).size();
    }

    /**
     * Lines for the list of candidates of {@code enterCandidates}.
     *
     * @param first how many of the economy's people to pass over
     */
    List<Map<String, @Nullable Object>> candidates(String economy, String zone, int first, int count, LocalDate today) {
        return IntStream.range(first, Math.min(first + count, of(economy)))
                .mapToObj(number -> candidate(economy, zone, number, today))
                .toList();
    }

    private Map<String, @Nullable Object> candidate(String economy, String zone, int number, LocalDate today) {
        Person person = people.getOrDefault(economy, List.of()).get(number);
        // a little noise, the same each time
        int turn = Math.floorMod(economy.charAt(0) * 31 + economy.charAt(1) * 7 + number * 3, 35);
        int age = 27 + turn % 22;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("familyName", person.family());
        row.put("givenName", person.given());
        row.put("sex", person.sex());
        row.put("birth", today.minusYears(age).minusDays(17L + turn * 9L).toString());
        row.put("nationality", economy);
        row.put("email", address(economy, person, number));
        row.put("phone", "+00 555 01%02d".formatted(turn));
        row.put("position", POSITIONS.get(turn % 5));
        row.put("positionLevel", LEVELS.get(turn % 5));
        row.put("organization", ORGANIZATIONS.get((turn + number) % 5));
        row.put("organizationType", TYPES.get((turn + number) % 5));
        row.put("address", "12 Example Road");
        row.put("duties", "Performance agreements of the organization, and the yearly report on them.");
        row.put(
                "employment",
                "In the present post for %d years; before that in the same service.".formatted(1 + turn % 6));
        row.put("experience", Math.min(age - 22, 3 + turn % 14));
        row.put("highestDegree", DEGREES.get(turn % 5));
        row.put("institution", "National University");
        row.put("graduationYear", today.getYear() - age + 23);
        row.put("reading", "FLUENT");
        row.put("writing", turn % 3 == 0 ? "FLUENT" : "GOOD");
        row.put("speaking", turn % 4 == 0 ? "FLUENT" : "GOOD");
        row.put("earlierProjects", turn % 4 == 3 ? "19-RP-02-GE-SPW-A (2019)" : "");
        row.put("motivation", "To measure results instead of activities, and to train colleagues in it.");
        row.put("emergencyContact", "Duty officer, +00 555 0199");
        row.put("timeZone", zone);
        row.put("online", true);
        row.put("photo", true);
        row.put("declared", true);
        row.put("declaredOn", today.toString());
        return row;
    }

    private static String address(String economy, Person person, int number) {
        String latin = Normalizer.normalize(person.given() + "." + person.family(), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replace('ı', 'i')
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z.]", "");
        String name = latin.length() < 4 ? "participant" + (number + 1) : latin;
        return name + "." + economy.toLowerCase(Locale.ROOT) + "@example.org";
    }
}
