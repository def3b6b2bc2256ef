package org.assent.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * What somebody who deploys into the running desk may not draw anew: who is barred from a task, what begins a case and
 * under which key, and which steps of the programme a process has. The version in force says it; the programme's own
 * models come at its start and have passed its tests. So a drawing alone does no official's work.
 */
final class KeptDuties {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String ENGINEERS =
            ". That is changed with the programme, by its engineers. Nothing was deployed.";

    private final String file;

    private KeptDuties(String file) {
        this.file = file;
    }

    /** @param inForce by a process's id the drawing in force; null where there is none */
    static void check(String file, Document drawing, Function<String, @Nullable Document> inForce) {
        KeptDuties duties = new KeptDuties(file);
        for (Element process : elements(drawing, BPMN, "process")) {
            String id = process.getAttribute("id");
            Document before = inForce.apply(id);
            if (before == null) {
                duties.checkNew(process);
            } else {
                duties.checkChanged(process, process(before, id));
            }
        }
    }

    private void checkNew(Element process) {
        String name = "The process “" + process.getAttribute("id") + "” in " + file;
        if (!steps(process).isEmpty() || !calls(process).isEmpty()) {
            throw new Refusal(name + " is new and has steps of the programme or calls another process" + ENGINEERS);
        }
        if (!beginnings(process).isEmpty()) {
            throw new Refusal(name + " is new and begins by itself, where an official should start it" + ENGINEERS);
        }
    }

    private void checkChanged(Element process, Element before) {
        Map<String, Set<String>> bars = bars(process);
        bars(before).forEach((task, barred) -> {
            if (!bars.getOrDefault(task, Set.of()).containsAll(barred)) {
                throw new Refusal(
                        "“" + task + "” in " + file
                                + " is barred to whoever did an earlier step of the case: keep the task, and its properties notBy and notByInSameRound as they are in the version in force. Nothing was deployed.");
            }
        });
        tell(
                "begins in another way than the version in force (a timer, message or signal)",
                beginnings(process),
                beginnings(before));
        tell("has steps of the programme that the version in force has not", steps(process), steps(before));
        tell("calls another process, or under another key, than the version in force", calls(process), calls(before));
    }

    private void tell(String fault, Set<String> now, Set<String> before) {
        Set<String> added = new HashSet<>(now);
        added.removeAll(before);
        if (!added.isEmpty()) {
            throw new Refusal(
                    file + " " + fault + ": " + added.stream().sorted().collect(Collectors.joining(", ")) + ENGINEERS);
        }
    }

    /** By task, who is barred: each as “notBy task”. */
    private static Map<String, Set<String>> bars(Element process) {
        Map<String, Set<String>> bars = new LinkedHashMap<>();
        for (Element property : elements(process, BpmnGate.CAMUNDA, "property")) {
            String name = property.getAttribute("name");
            if (name.equals(Bars.NOT_BY) || name.equals(Bars.NOT_BY_IN_SAME_ROUND)) {
                Element task =
                        (Element) property.getParentNode().getParentNode().getParentNode();
                Bars.split(property.getAttribute("value"))
                        .forEach(barred -> bars.computeIfAbsent(task.getAttribute("id"), id -> new HashSet<>())
                                .add(name + " " + barred));
            }
        }
        return bars;
    }

    /** What begins a case, or a part of it, without an official: kind and what it waits for. */
    private static Set<String> beginnings(Element process) {
        return elements(process, BPMN, "startEvent").stream()
                .flatMap(start -> children(start)
                        .filter(child -> child.getLocalName().endsWith("EventDefinition"))
                        .map(kind -> start.getAttribute("id") + " (" + kind.getLocalName() + ")"))
                .collect(Collectors.toSet());
    }

    /** Everything that names a delegate, at a step or at a listener. */
    private static Set<String> steps(Element process) {
        return elements(process, "*", "*").stream()
                .map(element -> element.hasAttributeNS(BpmnGate.CAMUNDA, "delegateExpression")
                        ? element.getAttributeNS(BpmnGate.CAMUNDA, "delegateExpression")
                        : element.getAttribute("delegateExpression"))
                .filter(named -> !named.isEmpty())
                .collect(Collectors.toSet());
    }

    private static Set<String> calls(Element process) {
        return elements(process, BPMN, "callActivity").stream()
                .map(call -> call.getAttribute("calledElement") + " as "
                        + elements(call, BpmnGate.CAMUNDA, "in").stream()
                                .map(in -> in.getAttribute("businessKey"))
                                .filter(key -> !key.isEmpty())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.toSet());
    }

    private static Element process(Document drawing, String id) {
        return elements(drawing, BPMN, "process").stream()
                .filter(process -> process.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> children(Element element) {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private static List<Element> elements(Document drawing, String space, String name) {
        return elements(drawing.getElementsByTagNameNS(space, name));
    }

    private static List<Element> elements(Element around, String space, String name) {
        return elements(around.getElementsByTagNameNS(space, name));
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(node -> (Element) nodes.item(node))
                .toList();
    }
}
