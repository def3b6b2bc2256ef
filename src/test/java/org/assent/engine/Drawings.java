package org.assent.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.w3c.dom.Document;

/** The models, tables and forms as they lie in processes/ and forms/. */
public final class Drawings {

    /** Reading checks each against its schema, and tests draw the same ones anew hundreds of times. */
    private static final Map<Path, BpmnModelInstance> READ = new ConcurrentHashMap<>();

    private static final Set<String> SILENT = Set.of("text", "html", "image", "spacer", "separator", "table", "button");

    private Drawings() {}

    public static List<Path> models() {
        return files("processes", ".bpmn");
    }

    public static List<Path> tables() {
        return files("processes", ".dmn");
    }

    public static List<Path> forms() {
        return files("forms", ".form");
    }

    /** File name without its ending: the process, decision or form id. */
    public static String nameOf(Path file) {
        return file.getFileName().toString().replaceAll("\\.\\w+$", "");
    }

    public static BpmnModelInstance read(Path model) {
        return READ.computeIfAbsent(model, file -> Bpmn.readModelFromFile(file.toFile()))
                .clone();
    }

    /** As the gate for models reads it. */
    static Document document(Path model) {
        try {
            return ModelGate.xml(model.getFileName().toString(), Files.readAllBytes(model));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The form of a task or start event of this process. */
    public static Path form(String process, String id) {
        return Path.of("forms", process, id + ".form");
    }

    /** Every component of a form, those inside groups and lists included. */
    public static List<JsonNode> components(Path form) {
        List<JsonNode> all = new ArrayList<>();
        collect(json(form).path("components"), all);
        return all;
    }

    private static void collect(JsonNode components, List<JsonNode> all) {
        for (JsonNode component : components) {
            all.add(component);
            collect(component.path("components"), all);
        }
    }

    /** What a form submits: the keys of its fields, and the paths of its lists (not the keys inside them). */
    public static List<String> submitted(Path form) {
        List<String> keys = new ArrayList<>();
        submitted(json(form).path("components"), keys);
        return keys;
    }

    private static void submitted(JsonNode components, List<String> keys) {
        for (JsonNode component : components) {
            String type = component.path("type").asText();
            if (type.equals("dynamiclist")) {
                keys.add(component.path("path").asText());
            } else if (type.equals("group")) {
                submitted(component.path("components"), keys);
            } else if (component.has("key") && !SILENT.contains(type)) {
                keys.add(component.path("key").asText());
            }
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
