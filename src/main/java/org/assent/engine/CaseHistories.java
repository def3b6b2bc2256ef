package org.assent.engine;

import static org.assent.engine.HistoryQueries.moment;
import static org.assent.engine.HistoryQueries.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assent.engine.CaseHistory.Act;
import org.assent.engine.CaseHistory.Clause;
import org.assent.engine.CaseHistory.Decision;
import org.assent.engine.CaseHistory.Deployed;
import org.assent.engine.CaseHistory.Incident;
import org.assent.engine.CaseHistory.Operation;
import org.assent.engine.CaseHistory.Remark;
import org.assent.engine.CaseHistory.Task;
import org.assent.engine.CaseHistory.Value;
import org.assent.engine.CaseHistory.Visit;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads all that the engine kept of some cases, a query for each kind of thing however many cases there are. It asks
 * nobody's rights. Public: the auditors' pages and exports ask it.
 */
@Component
public final class CaseHistories {

    /** As many cases are read in one go. */
    private static final int PORTION = 200;

    private static final int LONGEST = 4000;

    private final NamedParameterJdbcTemplate database;

    CaseHistories(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** In the order given. */
    public List<CaseHistory> of(List<CaseLine> lines) {
        List<CaseHistory> all = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += PORTION) {
            all.addAll(portion(lines.subList(from, Math.min(lines.size(), from + PORTION))));
        }
        return all;
    }

    private List<CaseHistory> portion(List<CaseLine> lines) {
        Map<String, Object> cases =
                Map.of("cases", lines.stream().map(CaseLine::id).toList());
        Map<String, List<Visit>> visits = visits(cases);
        Map<String, List<Value>> values = values(cases);
        Map<String, List<Task>> tasks = tasks(cases);
        Map<String, List<Operation>> operations = operations(cases);
        Map<String, List<Remark>> remarks = remarks(cases);
        Map<String, List<Incident>> incidents = incidents(cases);
        Map<String, List<Decision>> decisions = decisions(cases, visits, values);
        Map<String, Deployed> models =
                deployed(lines.stream().map(CaseLine::deployment).toList());
        return lines.stream()
                .map(line -> new CaseHistory(
                        line,
                        models.getOrDefault(line.deployment(), new Deployed(line.deployment(), null, "", "")),
                        visits.getOrDefault(line.id(), List.of()),
                        tasks.getOrDefault(line.id(), List.of()),
                        values.getOrDefault(line.id(), List.of()),
                        decisions.getOrDefault(line.id(), List.of()),
                        operations.getOrDefault(line.id(), List.of()),
                        remarks.getOrDefault(line.id(), List.of()),
                        incidents.getOrDefault(line.id(), List.of())))
                .toList();
    }

    private Map<String, List<Visit>> visits(Map<String, Object> cases) {
        return byCase(
                """
                select a.PROC_INST_ID_ as CASE_, a.* from ACT_HI_ACTINST a where a.PROC_INST_ID_ in (:cases)
                order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_""",
                cases,
                row -> new Visit(
                        row.getString("ID_"),
                        text(row, "PARENT_ACT_INST_ID_"),
                        row.getString("ACT_ID_"),
                        text(row, "ACT_NAME_"),
                        text(row, "ACT_TYPE_"),
                        row.getString("TASK_ID_"),
                        text(row, "ASSIGNEE_"),
                        start(row, "START_TIME_"),
                        moment(row, "END_TIME_"),
                        // 2 in org.camunda.bpm.engine.impl.pvm.runtime.ActivityInstanceState
                        row.getInt("ACT_INST_STATE_") == 2,
                        row.getString("CALL_PROC_INST_ID_")));
    }

    /** With the version of the form that came with the model: a task opens the form of its own name. */
    private Map<String, List<Task>> tasks(Map<String, Object> cases) {
        Map<String, List<Act>> lives = new HashMap<>();
        database.query(
                """
                select o.* from ACT_HI_OP_LOG o
                where o.PROC_INST_ID_ in (:cases) and o.TASK_ID_ is not null and o.ENTITY_TYPE_ = 'Task'
                order by o.TIMESTAMP_, o.ID_""",
                cases,
                row -> {
                    lives.computeIfAbsent(row.getString("TASK_ID_"), task -> new ArrayList<>())
                            .add(new Act(
                                    start(row, "TIMESTAMP_"),
                                    text(row, "USER_ID_"),
                                    text(row, "OPERATION_TYPE_"),
                                    text(row, "PROPERTY_"),
                                    text(row, "ORG_VALUE_"),
                                    text(row, "NEW_VALUE_"),
                                    text(row, "OPERATION_ID_")));
                });
        return byCase(
                """
                select t.PROC_INST_ID_ as CASE_, t.*,
                  (select max(f.VERSION_) from ACT_RE_CAMFORMDEF f, ACT_RE_PROCDEF d
                    where d.ID_ = t.PROC_DEF_ID_ and f.DEPLOYMENT_ID_ = d.DEPLOYMENT_ID_ and f.KEY_ = t.TASK_DEF_KEY_) as FORM_
                from ACT_HI_TASKINST t where t.PROC_INST_ID_ in (:cases) order by t.START_TIME_, t.ID_""",
                cases,
                row -> new Task(
                        row.getString("ID_"),
                        text(row, "TASK_DEF_KEY_"),
                        text(row, "NAME_"),
                        text(row, "OWNER_"),
                        text(row, "ASSIGNEE_"),
                        start(row, "START_TIME_"),
                        moment(row, "END_TIME_"),
                        moment(row, "DUE_DATE_"),
                        text(row, "DELETE_REASON_"),
                        row.getInt("FORM_"),
                        lives.getOrDefault(row.getString("ID_"), List.of())));
    }

    private Map<String, List<Value>> values(Map<String, Object> cases) {
        return byCase(
                """
                select v.PROC_INST_ID_ as CASE_, v.*, h.ACT_INST_ID_ as SCOPE_, b.BYTES_
                from ACT_HI_DETAIL v
                  left join ACT_HI_VARINST h on h.ID_ = v.VAR_INST_ID_
                  left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_
                where v.PROC_INST_ID_ in (:cases) and v.TYPE_ = 'VariableUpdate'
                order by v.TIME_, v.SEQUENCE_COUNTER_, v.ID_""",
                cases,
                row -> new Value(
                        row.getString("NAME_"),
                        text(row, "VAR_TYPE_"),
                        value(row),
                        start(row, "TIME_"),
                        text(row, "ACT_INST_ID_"),
                        text(row, "SCOPE_"),
                        text(row, "OPERATION_ID_"),
                        row.getInt("REV_")));
    }

    private Map<String, List<Decision>> decisions(
            Map<String, Object> cases, Map<String, List<Visit>> visits, Map<String, List<Value>> values) {
        Map<String, List<Clause>> inputs = clauses("ACT_HI_DEC_IN", "'' as RULE_ID_, 0 as RULE_ORDER_", cases);
        Map<String, List<Clause>> outputs = clauses("ACT_HI_DEC_OUT", "c.RULE_ID_, c.RULE_ORDER_", cases);
        return byCase(
                """
                select i.PROC_INST_ID_ as CASE_, i.*, d.VERSION_, d.DEPLOYMENT_ID_
                from ACT_HI_DECINST i left join ACT_RE_DECISION_DEF d on d.ID_ = i.DEC_DEF_ID_
                where i.PROC_INST_ID_ in (:cases) order by i.EVAL_TIME_, i.ID_""",
                cases,
                row -> {
                    String visit = text(row, "ACT_INST_ID_");
                    String instance = row.getString("CASE_");
                    return new Decision(
                            row.getString("ID_"),
                            row.getString("DEC_DEF_KEY_"),
                            text(row, "DEC_DEF_NAME_"),
                            row.getInt("VERSION_"),
                            text(row, "DEPLOYMENT_ID_"),
                            text(row, "ACT_ID_"),
                            visit,
                            start(row, "EVAL_TIME_"),
                            inputs.getOrDefault(row.getString("ID_"), List.of()),
                            outputs.getOrDefault(row.getString("ID_"), List.of()),
                            LoopTurn.values(
                                    visit,
                                    visits.getOrDefault(instance, List.of()),
                                    values.getOrDefault(instance, List.of())));
                });
    }

    private Map<String, List<Clause>> clauses(String table, String rule, Map<String, Object> cases) {
        Map<String, List<Clause>> clauses = new HashMap<>();
        database.query(
                """
                select c.DEC_INST_ID_, c.CLAUSE_NAME_, c.VAR_TYPE_, c.TEXT_, c.LONG_, c.DOUBLE_, b.BYTES_, %s
                from %s c join ACT_HI_DECINST i on i.ID_ = c.DEC_INST_ID_
                  left join ACT_GE_BYTEARRAY b on b.ID_ = c.BYTEARRAY_ID_
                where i.PROC_INST_ID_ in (:cases) order by RULE_ORDER_, c.ID_"""
                        .formatted(rule, table),
                cases,
                row -> {
                    clauses.computeIfAbsent(row.getString("DEC_INST_ID_"), decision -> new ArrayList<>())
                            .add(new Clause(text(row, "CLAUSE_NAME_"), value(row), text(row, "RULE_ID_")));
                });
        return clauses;
    }

    /**
     * A table that was asked beside a case. Public: the auditors' page links to where it decided.
     *
     * @param of the case that asked it
     */
    public record Beside(String table, int version, String of, String label) {}

    /** Tables that other cases under the same key asked, or the case that its key is a part of: a nomination's screening. */
    public List<Beside> decidedBeside(CaseLine line) {
        return database.query(
                """
                select d.DEC_DEF_NAME_, d.DEC_DEF_KEY_, v.VERSION_, p.ID_, p.BUSINESS_KEY_, m.NAME_, min(d.EVAL_TIME_)
                from ACT_HI_DECINST d join ACT_HI_PROCINST p on p.ID_ = d.PROC_INST_ID_
                  join ACT_RE_PROCDEF m on m.ID_ = p.PROC_DEF_ID_
                  left join ACT_RE_DECISION_DEF v on v.ID_ = d.DEC_DEF_ID_
                where p.ROOT_PROC_INST_ID_ = :root and p.ID_ <> :case and p.BUSINESS_KEY_ in (:keys)
                group by d.DEC_DEF_NAME_, d.DEC_DEF_KEY_, v.VERSION_, p.ID_, p.BUSINESS_KEY_, m.NAME_ order by 7, 2""",
                Map.of(
                        "root",
                        line.root(),
                        "case",
                        line.id(),
                        "keys",
                        List.of(line.key(), line.key().split("/", 2)[0])),
                (row, number) -> new Beside(
                        Objects.requireNonNullElse(row.getString(1), row.getString(2)),
                        row.getInt(3),
                        row.getString(4),
                        row.getString(6) + " " + row.getString(5)));
    }

    private Map<String, List<Operation>> operations(Map<String, Object> cases) {
        return byCase(
                """
                select o.PROC_INST_ID_ as CASE_, o.* from ACT_HI_OP_LOG o where o.PROC_INST_ID_ in (:cases)
                order by o.TIMESTAMP_, o.ID_""",
                cases,
                CaseHistories::operation);
    }

    /** What was done to the model itself and its cases as a whole: deployed, suspended, granted. */
    public List<Operation> onModel(String definition, String deployment) {
        return database.query(
                """
                select o.* from ACT_HI_OP_LOG o
                where o.PROC_INST_ID_ is null and (o.PROC_DEF_ID_ = :definition or o.DEPLOYMENT_ID_ = :deployment)
                order by o.TIMESTAMP_, o.ID_""",
                Map.of("definition", definition, "deployment", deployment),
                (row, number) -> operation(row));
    }

    /** What was done to no case: models deployed, cases suspended all at once, rights granted, people and groups changed. */
    public List<Operation> onDesk(int most) {
        return database.query(
                """
                select o.* from ACT_HI_OP_LOG o where o.PROC_INST_ID_ is null and o.TASK_ID_ is null
                order by o.TIMESTAMP_ desc, o.ID_ fetch next :most rows only""",
                Map.of("most", most),
                (row, number) -> operation(row));
    }

    private static Operation operation(ResultSet row) throws SQLException {
        return new Operation(
                start(row, "TIMESTAMP_"),
                text(row, "USER_ID_"),
                text(row, "OPERATION_TYPE_"),
                text(row, "ENTITY_TYPE_"),
                text(row, "PROPERTY_"),
                text(row, "ORG_VALUE_"),
                text(row, "NEW_VALUE_"),
                text(row, "ANNOTATION_"),
                row.getString("TASK_ID_"),
                text(row, "OPERATION_ID_"));
    }

    private Map<String, List<Remark>> remarks(Map<String, Object> cases) {
        Map<String, List<Remark>> all = byCase(
                """
                select coalesce(c.PROC_INST_ID_, t.PROC_INST_ID_) as CASE_, c.*
                from ACT_HI_COMMENT c left join ACT_HI_TASKINST t on t.ID_ = c.TASK_ID_
                where c.PROC_INST_ID_ in (:cases) or t.PROC_INST_ID_ in (:cases) order by c.TIME_, c.ID_""",
                cases,
                row -> {
                    byte[] full = row.getBytes("FULL_MSG_");
                    return new Remark(
                            start(row, "TIME_"),
                            text(row, "USER_ID_"),
                            "comment",
                            full == null ? text(row, "MESSAGE_") : new String(full, StandardCharsets.UTF_8),
                            "",
                            row.getString("TASK_ID_"));
                });
        byCase(
                        """
                select coalesce(c.PROC_INST_ID_, t.PROC_INST_ID_) as CASE_, c.*, b.BYTES_
                from ACT_HI_ATTACHMENT c left join ACT_HI_TASKINST t on t.ID_ = c.TASK_ID_
                  left join ACT_GE_BYTEARRAY b on b.ID_ = c.CONTENT_ID_
                where c.PROC_INST_ID_ in (:cases) or t.PROC_INST_ID_ in (:cases) order by c.CREATE_TIME_, c.ID_""",
                        cases,
                        row -> new Remark(
                                Objects.requireNonNullElse(moment(row, "CREATE_TIME_"), Instant.EPOCH),
                                text(row, "USER_ID_"),
                                "document",
                                (text(row, "NAME_") + " " + text(row, "DESCRIPTION_") + " " + text(row, "URL_"))
                                        .strip(),
                                sha256(row.getBytes("BYTES_")),
                                row.getString("TASK_ID_")))
                .forEach((instance, documents) ->
                        all.computeIfAbsent(instance, none -> new ArrayList<>()).addAll(documents));
        return all;
    }

    private Map<String, List<Incident>> incidents(Map<String, Object> cases) {
        return byCase(
                """
                select i.PROC_INST_ID_ as CASE_, i.* from ACT_HI_INCIDENT i where i.PROC_INST_ID_ in (:cases)
                order by i.CREATE_TIME_, i.ID_""",
                cases,
                row -> new Incident(
                        start(row, "CREATE_TIME_"),
                        moment(row, "END_TIME_"),
                        text(row, "INCIDENT_TYPE_"),
                        text(row, "ACTIVITY_ID_"),
                        text(row, "INCIDENT_MSG_"),
                        row.getInt("INCIDENT_STATE_") == 1));
    }

    private Map<String, Deployed> deployed(Collection<String> deployments) {
        Map<String, Deployed> models = new HashMap<>();
        database.query(
                "select ID_, NAME_, DEPLOY_TIME_, SOURCE_ from ACT_RE_DEPLOYMENT where ID_ in (:ids)",
                Map.of("ids", deployments),
                row -> {
                    models.put(
                            row.getString("ID_"),
                            new Deployed(
                                    row.getString("ID_"),
                                    moment(row, "DEPLOY_TIME_"),
                                    text(row, "NAME_"),
                                    text(row, "SOURCE_")));
                });
        return models;
    }

    private static Instant start(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    /** As text, whatever its type; long ones are cut. */
    private static String value(ResultSet row) throws SQLException {
        String type = text(row, "VAR_TYPE_");
        long number = row.getLong("LONG_");
        boolean hasNumber = !row.wasNull();
        String value =
                switch (type) {
                    case "null" -> "";
                    case "boolean" -> hasNumber ? String.valueOf(number == 1) : "";
                    case "date" -> hasNumber ? Instant.ofEpochMilli(number).toString() : "";
                    case "integer", "long", "short" -> hasNumber ? String.valueOf(number) : "";
                    case "double" -> String.valueOf(row.getDouble("DOUBLE_"));
                    default -> {
                        String text = row.getString("TEXT_");
                        byte[] bytes = row.getBytes("BYTES_");
                        yield bytes != null ? new String(bytes, StandardCharsets.UTF_8) : text == null ? "" : text;
                    }
                };
        return value.length() > LONGEST ? value.substring(0, LONGEST) + " …" : value;
    }

    private static String sha256(byte[] content) {
        try {
            return content == null
                    ? ""
                    : HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> Map<String, List<T>> byCase(String sql, Map<String, Object> cases, Reading<T> reading) {
        Map<String, List<T>> all = new HashMap<>();
        database.query(sql, cases, row -> {
            all.computeIfAbsent(row.getString("CASE_"), instance -> new ArrayList<>())
                    .add(reading.read(row));
        });
        return all;
    }

    /** One row as a record. */
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }
}
