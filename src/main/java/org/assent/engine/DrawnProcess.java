package org.assent.engine;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a drawing says of one process: its steps, who does them and who may not, what they call, fill and wait for. */
final class DrawnProcess {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    /** The one delegate that any diagram may use: it sends a letter that the programme writes. */
    static final String MAIL = "${sendMailDelegate}";

    private static final Set<String> FILLING = Set.of(
            "resultVariable",
            "elementVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable");
    /** What a process owner may alter at a step: words, dates that remind, urgency, how often a letter is tried. */
    private static final Set<String> FREE = Set.of(
            "id",
            "name",
            "default",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority",
            "exclusive",
            // what some tools write though it says nothing
            "gatewayDirection",
            "startQuantity",
            "completionQuantity",
            "implementation",
            "parallelMultiple",
            "eventGatewayType",
            "behavior",
            "modelerTemplate",
            "modelerTemplateVersion",
            "modelerTemplateIcon",
            "incoming",
            "outgoing",
            "documentation",
            "properties",
            "failedJobRetryTimeCycle");

    private static final Set<String> PAINT =
            Set.of("sequenceFlow", "textAnnotation", "association", "group", "dataObject", "dataObjectReference");

    private static final Set<String> YES_IF_SILENT = Set.of("cancelActivity", "isInterrupting");

    private final Element process;

    private DrawnProcess(Element process) {
        this.process = process;
    }

    static List<DrawnProcess> all(Document drawing) {
        return elements(drawing.getElementsByTagNameNS(BPMN, "process"))
                .map(DrawnProcess::new)
                .toList();
    }

    static DrawnProcess of(Document drawing, String id) {
        return all(drawing).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String id() {
        return process.getAttribute("id");
    }

    Ways ways(Set<String> stations) {
        return new Ways(process, stations);
    }

    /** By id. */
    Map<String, Element> steps() {
        Map<String, Element> steps = new LinkedHashMap<>();
        bpmn().filter(DrawnProcess::isStep).forEach(step -> steps.put(step.getAttribute("id"), step));
        return steps;
    }

    /** By task, who is barred: each as “notBy task”. */
    Map<String, Set<String>> bars() {
        Map<String, Set<String>> bars = new LinkedHashMap<>();
        camunda("property").forEach(property -> {
            String name = property.getAttribute("name");
            if (name.equals(Bars.NOT_BY) || name.equals(Bars.NOT_BY_IN_SAME_ROUND)) {
                Bars.split(property.getAttribute("value"))
                        .forEach(barred -> bars.computeIfAbsent(box(property), id -> new HashSet<>())
                                .add(name + " " + barred));
            }
        });
        return bars;
    }

    /** What begins a case, or a part of it, without an official: which start, and what kind of event. */
    Set<String> beginnings() {
        return steps("startEvent"::equals)
                .flatMap(start ->
                        definitions(start).map(kind -> start.getAttribute("id") + " (" + kind.getLocalName() + ")"))
                .collect(Collectors.toSet());
    }

    /** What the programme does in it: delegates and topics, each with the box that names it. */
    Set<String> work() {
        return elements(process.getElementsByTagNameNS("*", "*"))
                .flatMap(element -> Stream.of("delegateExpression", "topic")
                        .map(name -> engine(element, name))
                        .filter(named -> !named.isEmpty() && !isLetter(element))
                        .map(named -> named + " at " + box(element)))
                .collect(Collectors.toSet());
    }

    Set<String> tasks() {
        return steps("userTask"::equals).map(task -> task.getAttribute("id")).collect(Collectors.toSet());
    }

    /** Tables that are asked, and what runs beside the drawing. */
    Set<String> asides() {
        return Stream.concat(
                        steps("businessRuleTask"::equals)
                                .map(rule -> engine(rule, "decisionRef") + " at " + rule.getAttribute("id")),
                        Stream.of("executionListener", "taskListener")
                                .flatMap(this::camunda)
                                .map(listener -> listener.getAttribute("event") + " at " + box(listener)))
                .collect(Collectors.toSet());
    }

    Set<String> calls() {
        return steps("callActivity"::equals)
                .map(call -> call.getAttribute("calledElement") + " at " + call.getAttribute("id") + " as "
                        + elements(call.getElementsByTagNameNS(BpmnGate.CAMUNDA, "in"))
                                .map(in -> in.getAttribute("businessKey"))
                                .filter(key -> !key.isEmpty())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.toSet());
    }

    /** What a drawing itself writes into a case, beside what forms and the programme do; a letter's own details apart. */
    Set<String> fillings() {
        return elements(process.getElementsByTagNameNS("*", "*"))
                .flatMap(element -> filled(element).map(variable -> variable + " at " + box(element)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> filled(Element element) {
        return switch (element.getLocalName()) {
            case "outputParameter" -> Stream.of(element.getAttribute("name"));
            case "inputParameter" ->
                isLetter(around(element)) ? Stream.empty() : Stream.of(element.getAttribute("name"));
            case "formField" -> Stream.of(element.getAttribute("id"));
            default -> FILLING.stream().map(name -> engine(element, name)).filter(variable -> !variable.isEmpty());
        };
    }

    /** Events that a process raises: errors, escalations, signals, the end of everything. */
    Set<String> raised() {
        return steps(kind -> kind.equals("endEvent") || kind.equals("intermediateThrowEvent"))
                .flatMap(event ->
                        definitions(event).map(kind -> event.getAttribute("id") + " (" + kind.getLocalName() + ")"))
                .collect(Collectors.toSet());
    }

    /** Where a case goes on in several ways at once, and in how many: one more would outvote the others at the join. */
    Set<String> forks() {
        return several("sourceRef", kind -> !Set.of("exclusiveGateway", "eventBasedGateway")
                        .contains(kind))
                .entrySet()
                .stream()
                .map(fork -> fork.getKey() + " (" + fork.getValue() + ")")
                .collect(Collectors.toSet());
    }

    /** Where it waits for all that lead there, and for how many: the engine counts who arrives, not whence. */
    Map<String, Long> joins() {
        return several("targetRef", "parallelGateway"::equals);
    }

    private Map<String, Long> several(String end, Predicate<String> kind) {
        Map<String, Long> flows = elements(process.getElementsByTagNameNS(BPMN, "sequenceFlow"))
                .collect(Collectors.groupingBy(flow -> flow.getAttribute(end), Collectors.counting()));
        return steps(kind)
                .map(step -> step.getAttribute("id"))
                .filter(id -> flows.getOrDefault(id, 0L) > 1)
                .collect(Collectors.toMap(id -> id, flows::get));
    }

    /** By box, the letter that it sends. */
    Map<String, String> letters() {
        return steps(kind -> true)
                .filter(DrawnProcess::isLetter)
                .collect(Collectors.toMap(box -> box.getAttribute("id"), box -> elements(
                                box.getElementsByTagNameNS(BpmnGate.CAMUNDA, "inputParameter"))
                        .filter(parameter -> parameter.getAttribute("name").equals("template"))
                        .map(parameter -> parameter.getTextContent().strip())
                        .findFirst()
                        .orElse(box.getAttribute("id"))));
    }

    /** Letters that remind: a box of the drawing sends them straight from the edge of another. */
    Set<String> reminders() {
        Set<String> edges = steps("boundaryEvent"::equals)
                .map(event -> event.getAttribute("id"))
                .collect(Collectors.toSet());
        Set<String> reminding = elements(process.getElementsByTagNameNS(BPMN, "sequenceFlow"))
                .filter(flow -> edges.contains(flow.getAttribute("sourceRef")))
                .map(flow -> flow.getAttribute("targetRef"))
                .collect(Collectors.toSet());
        return letters().entrySet().stream()
                .filter(letter -> reminding.contains(letter.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** All of a step that is not free, by what it is called in the Modeler. */
    static Map<String, String> features(Element step) {
        Map<String, String> features = new TreeMap<>();
        features.put("kind", step.getLocalName());
        features.put("place in the drawing", ((Element) step.getParentNode()).getAttribute("id"));
        YES_IF_SILENT.forEach(name -> features.put(name, "true"));
        attributes(step).forEach(attribute -> features.put(attribute.getLocalName(), attribute.getValue()));
        children(step)
                .filter(child -> !isStep(child) && !FREE.contains(child.getLocalName()) && !isPaint(child))
                .forEach(child -> features.merge(child.getLocalName(), written(child), String::concat));
        features.values().removeIf(value -> value.isEmpty() || value.equals("extensionElements[]"));
        return features;
    }

    private static String written(Element element) {
        String here = attributes(element)
                .map(attribute -> attribute.getLocalName() + "=" + resolved(attribute))
                .sorted()
                .collect(Collectors.joining(" "));
        String inside = children(element)
                .filter(child -> !FREE.contains(child.getLocalName()))
                .map(DrawnProcess::written)
                .collect(Collectors.joining());
        String text =
                children(element).findAny().isEmpty() ? element.getTextContent().strip() : "";
        return element.getLocalName() + "[" + here + inside + text + "]";
    }

    /** What an event waits for bears a name of its own; the id only leads to it. */
    private static String resolved(Attr attribute) {
        if (!attribute.getLocalName().endsWith("Ref")) {
            return attribute.getValue();
        }
        return elements(attribute.getOwnerDocument().getElementsByTagNameNS(BPMN, "*"))
                .filter(element -> element.getAttribute("id").equals(attribute.getValue()))
                .map(element -> element.getLocalName() + " " + element.getAttribute("name") + " "
                        + element.getAttribute("errorCode") + element.getAttribute("escalationCode"))
                .findFirst()
                .orElse(attribute.getValue());
    }

    private static Stream<Attr> attributes(Element element) {
        boolean isOurs = BpmnGate.CAMUNDA.equals(element.getNamespaceURI());
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(index -> (Attr) element.getAttributes().item(index))
                .filter(attribute -> attribute.getNamespaceURI() == null
                        || attribute.getNamespaceURI().equals(BpmnGate.CAMUNDA))
                .filter(attribute -> isOurs || !FREE.contains(attribute.getLocalName()))
                .filter(attribute -> YES_IF_SILENT.contains(attribute.getLocalName())
                        || !attribute.getValue().equals("false"));
    }

    private static boolean isPaint(Element element) {
        return PAINT.contains(element.getLocalName());
    }

    static boolean isStep(Element element) {
        String kind = element.getLocalName().toLowerCase(Locale.ROOT);
        return BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && (kind.endsWith("task")
                        || kind.endsWith("event")
                        || kind.endsWith("gateway")
                        || kind.endsWith("subprocess")
                        || kind.equals("callactivity")
                        || kind.equals("transaction"));
    }

    static boolean isLetter(Element element) {
        return MAIL.equals(engine(element, "delegateExpression")) && isStep(element);
    }

    /** Kinds of event that this one waits for or raises. */
    static Stream<Element> definitions(Element event) {
        return children(event).filter(child -> child.getLocalName().endsWith("EventDefinition"));
    }

    /** What an official reads; the id of what has no label, or one that is worked out. */
    static String label(Element step) {
        String label = step.getAttribute("name");
        return label.isBlank() || ExpressionText.isPresentIn(label) ? step.getAttribute("id") : label;
    }

    static boolean isRepeated(Element step) {
        return children(step).anyMatch(child -> child.getLocalName().endsWith("LoopCharacteristics"));
    }

    static Stream<Element> children(Node around) {
        return elements(around.getChildNodes());
    }

    static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    private Stream<Element> bpmn() {
        return elements(process.getElementsByTagNameNS(BPMN, "*"));
    }

    private Stream<Element> steps(Predicate<String> kind) {
        return bpmn().filter(DrawnProcess::isStep).filter(step -> kind.test(step.getLocalName()));
    }

    private Stream<Element> camunda(String name) {
        return elements(process.getElementsByTagNameNS(BpmnGate.CAMUNDA, name));
    }

    private static String engine(Element element, String name) {
        String value = element.getAttributeNS(BpmnGate.CAMUNDA, name);
        return value.isEmpty() && BpmnGate.CAMUNDA.equals(element.getNamespaceURI())
                ? element.getAttribute(name)
                : value;
    }

    private static String box(Element element) {
        return around(element).getAttribute("id");
    }

    /** The nearest step, flow or process that an element belongs to. */
    private static Element around(Element element) {
        @Nullable Node node = element;
        while (node instanceof Element one) {
            if (BPMN.equals(one.getNamespaceURI())
                    && (isStep(one)
                            || one.getLocalName().equals("sequenceFlow")
                            || one.getLocalName().equals("process"))) {
                return one;
            }
            node = one.getParentNode();
        }
        return element;
    }
}
