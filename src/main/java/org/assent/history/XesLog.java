package org.assent.history;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseHistory.Visit;

/**
 * Cases as an event log by IEEE 1849 (XES): a trace for each case, an event where a visit of a step ended, and one more
 * where a person's task or a called case began.
 */
final class XesLog {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final XMLStreamWriter xml;

    private XesLog() throws XMLStreamException {
        this.xml = XMLOutputFactory.newInstance().createXMLStreamWriter(file, StandardCharsets.UTF_8.name());
    }

    static byte[] write(List<CaseHistory> cases) {
        try {
            XesLog log = new XesLog();
            log.begin();
            for (CaseHistory one : cases) {
                log.trace(one);
            }
            log.xml.writeEndElement();
            log.xml.writeEndDocument();
            log.xml.close();
            return log.file.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The event log could not be written", e);
        }
    }

    private void begin() throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        xml.writeStartElement("log");
        xml.writeAttribute("xes.version", "1849.2016");
        xml.writeAttribute("xes.features", "");
        extension("Concept", "concept");
        extension("Lifecycle", "lifecycle");
        extension("Time", "time");
        extension("Organizational", "org");
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "trace");
        text("concept:name", "unknown");
        xml.writeEndElement();
        xml.writeStartElement("global");
        xml.writeAttribute("scope", "event");
        text("concept:name", "unknown");
        text("lifecycle:transition", "complete");
        date("time:timestamp", Instant.EPOCH);
        xml.writeEndElement();
        xml.writeEmptyElement("classifier");
        xml.writeAttribute("name", "Activity");
        xml.writeAttribute("scope", "event");
        xml.writeAttribute("keys", "concept:name");
        text("lifecycle:model", "standard");
    }

    private void extension(String name, String prefix) throws XMLStreamException {
        xml.writeEmptyElement("extension");
        xml.writeAttribute("name", name);
        xml.writeAttribute("prefix", prefix);
        xml.writeAttribute("uri", "http://www.xes-standard.org/" + prefix + ".xesext");
    }

    private void trace(CaseHistory history) throws XMLStreamException {
        var line = history.line();
        xml.writeStartElement("trace");
        text("concept:name", line.key().isEmpty() ? line.id() : line.process() + " " + line.key());
        text("case", line.id());
        text("process", line.process());
        number("version", line.version());
        text("outcome", Words.outcome(line));
        text("tenant", line.tenant());
        for (Moment moment : Moment.of(history)) {
            event(history, moment);
        }
        xml.writeEndElement();
    }

    private void event(CaseHistory history, Moment moment) throws XMLStreamException {
        Visit visit = moment.visit();
        xml.writeStartElement("event");
        text("concept:name", visit.label());
        text("concept:instance", visit.id());
        text("lifecycle:transition", moment.transition());
        date("time:timestamp", moment.at());
        if (!visit.assignee().isEmpty()) {
            text("org:resource", visit.assignee());
        }
        text("step", visit.step());
        text("type", visit.type());
        for (Task task : history.tasks()) {
            if (task.id().equals(visit.task()) && task.isActedFor()) {
                text("inTheNameOf", task.owner());
            }
        }
        xml.writeEndElement();
    }

    private void text(String key, String value) throws XMLStreamException {
        attribute("string", key, value);
    }

    private void number(String key, long value) throws XMLStreamException {
        attribute("int", key, String.valueOf(value));
    }

    private void date(String key, Instant value) throws XMLStreamException {
        attribute("date", key, value.toString());
    }

    private void attribute(String type, String key, String value) throws XMLStreamException {
        xml.writeEmptyElement(type);
        xml.writeAttribute("key", key);
        // XML has no way to write these
        xml.writeAttribute("value", value.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]", " "));
    }
}
