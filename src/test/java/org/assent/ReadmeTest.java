package org.assent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assent.engine.Drawings;
import org.assent.engine.Groups;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

/** The README's table of processes is what the models say, and what it points at exists. */
class ReadmeTest {

    private static final List<String> ORDER = List.of(
            "project",
            "nomination",
            "screening",
            "announcement",
            "attendance",
            "certification",
            "assignment",
            "agreement",
            "drafting",
            "review",
            "signing",
            "monitoring",
            "evaluation");
    private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");

    @Test
    void the_table_of_processes_is_up_to_date() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String table = table();
        assertThat(readme)
                .as("README.md: put this between the marks of the generated table:\n\n" + table)
                .contains("<!-- processes: generated, ReadmeTest says how -->\n" + table + "<!-- end -->");
    }

    @Test
    void the_table_of_rights_is_up_to_date() throws IOException {
        String table = rights();
        assertThat(Files.readString(Path.of("README.md")))
                .as("README.md: put this between the marks of the generated table:\n\n" + table)
                .contains(
                        "<!-- rights: generated from access.yaml, ReadmeTest says how -->\n" + table + "<!-- end -->");
    }

    /** What access.yaml grants beside the processes; who shares a right stands in one line. */
    private static String rights() {
        return "| right, beside the processes above | who (deputies: what they act in) |\n|---|---|\n"
                + line(
                        "cases of all economies, of all ministries, of both",
                        "tenants",
                        List.of("economies", "ministries", "all"))
                + line("Tasklist, Cockpit, Admin", "applications", List.of("tasklist", "cockpit", "admin"))
                + line("read", "read", kinds("read"))
                + line("administer", "administer", kinds("administer"));
    }

    private static List<String> kinds(String word) {
        return Groups.granted(word).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** By the groups that share it, in the order of the file: {@code auditors, process-owners: decisions; …}. */
    private static String line(String label, String word, List<String> kinds) {
        Map<String, List<String>> byGroups = new LinkedHashMap<>();
        for (String kind : kinds) {
            String groups = Groups.granted(word).entrySet().stream()
                    .filter(entry ->
                            entry.getValue().contains(kind) && !entry.getKey().startsWith("acting-"))
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            byGroups.computeIfAbsent(groups, key -> new ArrayList<>()).add(kind);
        }
        return "| %s | %s |\n"
                .formatted(
                        label,
                        byGroups.entrySet().stream()
                                .map(entry -> String.join(", ", entry.getValue()) + ": " + entry.getKey())
                                .collect(Collectors.joining("; ")));
    }

    private static String having(String word, String process) {
        return Groups.granted(word).entrySet().stream()
                .filter(entry ->
                        entry.getValue().contains(process) && !entry.getKey().startsWith("acting-"))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(", "));
    }

    @Test
    void what_the_readme_points_at_exists() throws IOException {
        var link = LINK.matcher(Files.readString(Path.of("README.md")));
        int links = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).as("link in README.md").exists();
            links++;
        }
        assertThat(links).isPositive();
    }

    @Test
    void the_readme_stays_readable() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md"))).hasSizeLessThan(200);
    }

    private static String table() {
        StringBuilder table = new StringBuilder(
                "| process | picture | package | test | who works in it | who starts it | who else reads it |\n|---|---|---|---|---|---|---|\n");
        List<Path> models = Drawings.models().stream()
                .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
                .toList();
        for (Path file : models) {
            String id = Drawings.nameOf(file);
            var model = Drawings.read(file);
            String name = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getName();
            TreeSet<String> groups = new TreeSet<>();
            model.getModelElementsByType(UserTask.class).stream()
                    .map(UserTask::getCamundaCandidateGroupsList)
                    .filter(Objects::nonNull)
                    .flatMap(List::stream)
                    .flatMap(written -> Groups.meantBy(written).stream())
                    .forEach(groups::add);
            table.append(
                    "| [%s](%s) | [picture](.readme/%s.png) | `%s` | [%sProcessTest](src/test/java/org/assent/%s/%sProcessTest.java) | %s | %s | %s |\n"
                            .formatted(
                                    name,
                                    file.toString().replace('\\', '/'),
                                    id,
                                    id,
                                    capital(id),
                                    id,
                                    capital(id),
                                    groups.isEmpty() ? "its parts, below" : String.join(", ", groups),
                                    having("start", id),
                                    having("see", id)));
        }
        return table.toString();
    }

    private static int rank(Path file) {
        int rank = ORDER.indexOf(Drawings.nameOf(file));
        return rank < 0 ? ORDER.size() : rank;
    }

    private static String capital(String id) {
        return id.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + id.substring(1);
    }
}
