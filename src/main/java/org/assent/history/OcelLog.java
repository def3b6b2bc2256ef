package org.assent.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseHistory.Visit;

/**
 * Cases as an object-centric event log (OCEL 2.0, JSON): the events of the XES log, where what begins is an event of
 * a type of its own, since this format knows no lifecycle; objects are the cases of each process, the officials, the economies and offices.
 */
final class OcelLog {

    private static final String PERSON = "official";
    private static final String TENANT = "economy or office";

    /** Something that events are about. */
    private record Thing(String type, List<Map<String, String>> attributes, List<Map<String, String>> relationships) {}

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, Set<String>> eventTypes = new TreeMap<>();
    private final JsonGenerator json;

    private OcelLog(JsonGenerator json) {
        this.json = json;
    }

    static byte[] write(List<CaseHistory> cases) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().setCodec(new ObjectMapper()).createGenerator(file)) {
            OcelLog log = new OcelLog(json);
            cases.forEach(log::about);
            json.writeStartObject();
            log.events(cases);
            log.objects();
            log.types();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }

    private void about(CaseHistory history) {
        var line = history.line();
        Thing thing = new Thing(line.process(), new ArrayList<>(), new ArrayList<>());
        thing.attributes().add(attribute("businessKey", line.key(), line.start()));
        thing.attributes().add(attribute("version", String.valueOf(line.version()), line.start()));
        if (line.end() != null) {
            thing.attributes().add(attribute("outcome", Words.outcome(line), line.end()));
        }
        if (!line.tenant().isEmpty()) {
            String tenant = "tenant:" + line.tenant();
            things.putIfAbsent(tenant, new Thing(TENANT, List.of(), List.of()));
            thing.relationships().add(relationship(tenant, "of"));
        }
        things.put(line.id(), thing);
    }

    private void events(List<CaseHistory> cases) throws IOException {
        json.writeArrayFieldStart("events");
        for (CaseHistory history : cases) {
            String caller = history.line().calledBy();
            Thing own = things.get(history.line().id());
            // relationships only lead to objects that are in the log
            if (caller != null && own != null && things.containsKey(caller)) {
                own.relationships().add(relationship(caller, "called by"));
            }
            for (Moment moment : Moment.of(history)) {
                event(history, moment);
            }
        }
        json.writeEndArray();
    }

    private void event(CaseHistory history, Moment moment) throws IOException {
        Visit visit = moment.visit();
        String type = history.line().name() + ": " + visit.label() + (moment.isBeginning() ? " (begun)" : "");
        eventTypes.computeIfAbsent(type, none -> new TreeSet<>());
        List<Map<String, String>> relationships = new ArrayList<>();
        relationships.add(relationship(history.line().id(), "case"));
        if (!visit.assignee().isEmpty()) {
            relationships.add(relationship(person(visit.assignee()), "done by"));
        }
        for (Task task : history.tasks()) {
            if (task.id().equals(visit.task()) && task.isActedFor()) {
                relationships.add(relationship(person(task.owner()), "in the name of"));
            }
        }
        if (visit.called() != null && things.containsKey(visit.called())) {
            relationships.add(relationship(visit.called(), "called case"));
        }
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", moment.isBeginning() ? visit.id() + "-begun" : visit.id());
        event.put("type", type);
        event.put("time", moment.at().toString());
        event.put(
                "attributes",
                List.of(
                        Map.of("name", "step", "value", visit.step()),
                        Map.of("name", "kind", "value", visit.type()),
                        Map.of("name", "lifecycle", "value", moment.transition()),
                        Map.of("name", "begun", "value", visit.start().toString()),
                        Map.of("name", "cancelled", "value", String.valueOf(visit.cancelled()))));
        event.put("relationships", relationships);
        json.writeObject(event);
    }

    private String person(String login) {
        String id = "official:" + login;
        things.putIfAbsent(id, new Thing(PERSON, List.of(), List.of()));
        return id;
    }

    private void objects() throws IOException {
        json.writeArrayFieldStart("objects");
        for (Map.Entry<String, Thing> thing : things.entrySet()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("id", thing.getKey());
            object.put("type", thing.getValue().type());
            object.put("attributes", thing.getValue().attributes());
            object.put("relationships", thing.getValue().relationships());
            json.writeObject(object);
        }
        json.writeEndArray();
    }

    private void types() throws IOException {
        json.writeArrayFieldStart("eventTypes");
        for (String type : eventTypes.keySet()) {
            json.writeObject(type(
                    type,
                    Map.of(
                            "step",
                            "string",
                            "kind",
                            "string",
                            "lifecycle",
                            "string",
                            "begun",
                            "time",
                            "cancelled",
                            "boolean")));
        }
        json.writeEndArray();
        json.writeArrayFieldStart("objectTypes");
        Set<String> types = new TreeSet<>();
        things.values().forEach(thing -> types.add(thing.type()));
        for (String type : types) {
            boolean isCase = !type.equals(PERSON) && !type.equals(TENANT);
            json.writeObject(type(
                    type,
                    isCase ? Map.of("businessKey", "string", "version", "integer", "outcome", "string") : Map.of()));
        }
        json.writeEndArray();
    }

    private static Map<String, Object> type(String name, Map<String, String> attributes) {
        return Map.of(
                "name",
                name,
                "attributes",
                new TreeMap<>(attributes)
                        .entrySet().stream()
                                .map(one -> Map.of("name", one.getKey(), "type", one.getValue()))
                                .toList());
    }

    private static Map<String, String> attribute(String name, String value, Instant at) {
        return Map.of("name", name, "value", value, "time", at.toString());
    }

    private static Map<String, String> relationship(String object, String qualifier) {
        return Map.of("objectId", object, "qualifier", qualifier);
    }
}
