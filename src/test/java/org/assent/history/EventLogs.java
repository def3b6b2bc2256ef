package org.assent.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.assent.engine.CaseLine;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Reads event logs as a process-mining tool would, by the published schemas. Public: the rehearsal's test uses it. */
public final class EventLogs {

    private EventLogs() {}

    /** How many visits of steps the history says have ended in these cases. */
    public static int ended(JdbcTemplate database, List<CaseLine> lines) {
        Integer ended = new NamedParameterJdbcTemplate(database)
                .queryForObject(
                        "select count(*) from ACT_HI_ACTINST where PROC_INST_ID_ in (:cases) and END_TIME_ is not null"
                                + " and ACT_TYPE_ <> 'multiInstanceBody'",
                        java.util.Map.of(
                                "cases", lines.stream().map(CaseLine::id).toList()),
                        Integer.class);
        return ended == null ? 0 : ended;
    }

    /** How many events a log of these cases must hold: ends, and the beginnings of what lasts or has not ended. */
    public static int moments(JdbcTemplate database, List<CaseLine> lines) {
        Integer begun = new NamedParameterJdbcTemplate(database)
                .queryForObject(
                        "select count(*) from ACT_HI_ACTINST where PROC_INST_ID_ in (:cases)"
                                + " and ACT_TYPE_ <> 'multiInstanceBody'"
                                + " and (END_TIME_ is null or ACT_TYPE_ in ('userTask', 'callActivity'))",
                        java.util.Map.of(
                                "cases", lines.stream().map(CaseLine::id).toList()),
                        Integer.class);
        return ended(database, lines) + (begun == null ? 0 : begun);
    }

    /** How many events an XES log holds. */
    public static int events(byte[] xes) {
        return new String(xes, java.nio.charset.StandardCharsets.UTF_8).split("<event>", -1).length - 1;
    }

    /** How many events of a valid XES log say that something ended. */
    public static int ends(byte[] xes) {
        try {
            SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(EventLogs.class.getResource("xes-ieee-1849-2016.xsd"))
                    .newValidator()
                    .validate(new StreamSource(new ByteArrayInputStream(xes)));
            var log = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xes));
            int ends = 0;
            var attributes = log.getElementsByTagName("string");
            for (int at = 0; at < attributes.getLength(); at++) {
                Element attribute = (Element) attributes.item(at);
                boolean isEnd = attribute.getAttribute("key").equals("lifecycle:transition")
                        && attribute.getAttribute("value").matches("complete|ate_abort");
                ends += isEnd && attribute.getParentNode().getNodeName().equals("event") ? 1 : 0;
            }
            return ends;
        } catch (SAXException | ParserConfigurationException | IOException e) {
            throw new AssertionError("The event log is not valid XES", e);
        }
    }

    /** A valid OCEL 2.0 log. */
    public static JsonNode objectCentric(byte[] json) {
        try {
            JsonNode ocel = new ObjectMapper().readTree(json);
            var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(EventLogs.class.getResourceAsStream("ocel20-schema-json.json"));
            assertThat(schema.validate(ocel)).isEmpty();
            return ocel;
        } catch (IOException e) {
            throw new AssertionError("The event log is no JSON", e);
        }
    }
}
