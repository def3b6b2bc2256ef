package org.assent.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The groups of access.yaml, and the variables in which a model may name the group of one office. */
public final class Groups {

    private Groups() {}

    public static Set<String> ids() {
        return read().keySet();
    }

    /** As {@code apaTeam}: written {@code ${apaTeam}} where a model names candidate groups. */
    public static Set<String> ofOffices() {
        Set<String> variables = new TreeSet<>();
        read().values().forEach(group -> variables.addAll(offices(group)));
        return variables;
    }

    /** The groups meant by a candidate group as the model writes it. */
    public static List<String> meantBy(String written) {
        return Stream.concat(
                        ids().stream().filter(written::equals),
                        read().entrySet().stream()
                                .filter(group -> offices(group.getValue()).stream()
                                        .anyMatch(variable -> written.equals("${" + variable + "}")))
                                .map(Map.Entry::getKey))
                .toList();
    }

    /** What a word of access.yaml grants, by group: {@code see} to the processes that each group sees. */
    @SuppressWarnings("unchecked")
    public static Map<String, List<String>> granted(String word) {
        Map<String, List<String>> granted = new TreeMap<>();
        read().forEach((group, may) -> {
            Object what = may.get(word);
            if (what != null) {
                granted.put(group, what instanceof List<?> list ? (List<String>) list : List.of(what.toString()));
            }
        });
        return granted;
    }

    @SuppressWarnings("unchecked")
    private static List<String> offices(Map<String, Object> group) {
        return (List<String>) group.getOrDefault("office", List.of());
    }

    private static Map<String, Map<String, Object>> read() {
        try (var file = Files.newInputStream(Path.of("src/main/resources/access.yaml"))) {
            Map<String, Map<String, Map<String, Object>>> yaml = new Yaml().load(file);
            return yaml.get("groups");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
