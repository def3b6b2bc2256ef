package org.assent.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Finds cases in the engine's history, finished and running ones alike. It asks nobody's rights: whoever calls it does.
 * Public: the auditors' pages ask it.
 */
@Component
public final class HistoryQueries {

    /** What a page may be sorted by; a column's name never comes from outside. */
    private static final Map<String, String> SORTS = Map.of(
            "start", "p.START_TIME_",
            "end", "p.END_TIME_",
            "key", "p.BUSINESS_KEY_",
            "process", "p.PROC_DEF_KEY_",
            "tenant", "p.TENANT_ID_",
            "outcome", "p.END_ACT_ID_",
            "duration", "p.DURATION_");

    private static final String LINE =
            """
            select p.ID_, p.BUSINESS_KEY_, p.PROC_DEF_KEY_, p.PROC_DEF_ID_, p.TENANT_ID_, p.START_TIME_, p.END_TIME_,
              p.DURATION_, p.STATE_, p.END_ACT_ID_, p.DELETE_REASON_, p.START_USER_ID_, p.ROOT_PROC_INST_ID_,
              p.SUPER_PROCESS_INSTANCE_ID_, d.NAME_, d.VERSION_, d.DEPLOYMENT_ID_,
              (select max(a.ACT_NAME_) from ACT_HI_ACTINST a
                where a.PROC_INST_ID_ = p.PROC_INST_ID_ and a.ACT_ID_ = p.END_ACT_ID_) as OUTCOME_
            from ACT_HI_PROCINST p left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_""";

    private final NamedParameterJdbcTemplate database;

    HistoryQueries(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    public long count(HistorySearch search) {
        Where where = new Where(search);
        Long found = database.queryForObject(
                "select count(*) from ACT_HI_PROCINST p" + where.sql(), where.values, Long.class);
        return found == null ? 0 : found;
    }

    public List<CaseLine> find(HistorySearch search, int skip, int most) {
        Where where = new Where(search);
        where.values.put("skip", skip);
        where.values.put("most", most);
        String order = SORTS.getOrDefault(search.sort(), "p.START_TIME_") + (search.descending() ? " desc" : " asc");
        return database.query(
                LINE + where.sql() + " order by " + order
                        + " nulls last, p.ID_ offset :skip rows fetch next :most rows only",
                where.values,
                (row, number) -> line(row));
    }

    public Optional<CaseLine> find(String id) {
        return find(HistorySearch.of(List.of(id)), 0, 1).stream().findFirst();
    }

    /** The cases that these called, the earliest first. */
    public List<CaseLine> called(String id) {
        return database.query(
                LINE + " where p.SUPER_PROCESS_INSTANCE_ID_ = :id order by p.START_TIME_, p.ID_",
                Map.of("id", id),
                (row, number) -> line(row));
    }

    /** All cases that grew out of one, itself included, the earliest first. */
    public List<CaseLine> family(String root, int most) {
        return database.query(
                LINE + " where p.ROOT_PROC_INST_ID_ = :root order by p.START_TIME_, p.ID_ fetch next :most rows only",
                Map.of("root", root, "most", most),
                (row, number) -> line(row));
    }

    /** Names of the values that cases of a process have or had. */
    public List<String> variables(String process) {
        return database.queryForList(
                "select distinct NAME_ from ACT_HI_VARINST where PROC_DEF_KEY_ = :process order by NAME_",
                Map.of("process", process),
                String.class);
    }

    /** Everybody who ever completed a task or began a case. */
    public List<String> people() {
        return database.queryForList(
                """
                select ASSIGNEE_ from ACT_HI_TASKINST where ASSIGNEE_ is not null
                union select OWNER_ from ACT_HI_TASKINST where OWNER_ is not null
                union select START_USER_ID_ from ACT_HI_PROCINST where START_USER_ID_ is not null
                order by 1""",
                Map.of(),
                String.class);
    }

    private static CaseLine line(ResultSet row) throws SQLException {
        long duration = row.getLong("DURATION_");
        Long milliseconds = row.wasNull() ? null : duration;
        String key = row.getString("PROC_DEF_KEY_");
        String name = row.getString("NAME_");
        String root = row.getString("ROOT_PROC_INST_ID_");
        return new CaseLine(
                row.getString("ID_"),
                text(row, "BUSINESS_KEY_"),
                key,
                name == null ? key : name,
                row.getInt("VERSION_"),
                row.getString("PROC_DEF_ID_"),
                text(row, "DEPLOYMENT_ID_"),
                text(row, "TENANT_ID_"),
                row.getTimestamp("START_TIME_").toInstant(),
                moment(row, "END_TIME_"),
                milliseconds,
                text(row, "STATE_"),
                text(row, "END_ACT_ID_"),
                text(row, "OUTCOME_"),
                text(row, "DELETE_REASON_"),
                text(row, "START_USER_ID_"),
                root == null ? row.getString("ID_") : root,
                row.getString("SUPER_PROCESS_INSTANCE_ID_"));
    }

    static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text.replaceAll("\\s+", " ");
    }

    static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp moment = row.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }

    /** The conditions of a search; everything that was typed is a parameter. */
    private static final class Where {

        private final StringBuilder sql = new StringBuilder();
        private final Map<String, Object> values = new HashMap<>();

        Where(HistorySearch search) {
            contains("key", search.key(), "lower(p.BUSINESS_KEY_) like lower(:key) escape '!'");
            equal("process", search.process(), "p.PROC_DEF_KEY_ = :process");
            equal(
                    "step",
                    search.step(),
                    "exists (select 1 from ACT_HI_ACTINST a where a.PROC_INST_ID_ = p.PROC_INST_ID_ and a.ACT_ID_ = :step)");
            house(search.tenants(), search.offices());
            among(
                    "people",
                    search.people(),
                    """
                    (p.START_USER_ID_ in (:people)
                      or exists (select 1 from ACT_HI_TASKINST t where t.PROC_INST_ID_ = p.PROC_INST_ID_
                        and (t.ASSIGNEE_ in (:people) or t.OWNER_ in (:people)))
                      or exists (select 1 from ACT_HI_OP_LOG o where o.PROC_INST_ID_ = p.PROC_INST_ID_
                        and o.USER_ID_ in (:people)))""");
            if (search.from() != null) {
                and("(p.END_TIME_ is null or p.END_TIME_ >= :from)", "from", Timestamp.from(search.from()));
            }
            if (search.until() != null) {
                and("p.START_TIME_ < :until", "until", Timestamp.from(search.until()));
            }
            outcome(search.outcome());
            value(search.variable(), search.value());
            values.put("named", search.named().isEmpty() ? List.of("") : search.named());
            contains(
                    "text",
                    search.text(),
                    """
                    (p.TENANT_ID_ in (:named) or lower(p.BUSINESS_KEY_) like lower(:text) escape '!' or lower(p.DELETE_REASON_) like lower(:text) escape '!'
                      or exists (select 1 from ACT_HI_DETAIL v where v.PROC_INST_ID_ = p.PROC_INST_ID_
                        and lower(v.TEXT_) like lower(:text) escape '!')
                      or exists (select 1 from ACT_HI_COMMENT c left join ACT_HI_TASKINST t on t.ID_ = c.TASK_ID_
                        where (c.PROC_INST_ID_ = p.PROC_INST_ID_ or t.PROC_INST_ID_ = p.PROC_INST_ID_)
                        and lower(c.MESSAGE_) like lower(:text) escape '!')
                      or exists (select 1 from ACT_HI_ACTINST a where a.PROC_INST_ID_ = p.PROC_INST_ID_
                        and lower(a.ACT_NAME_) like lower(:text) escape '!')
                      or exists (select 1 from ACT_HI_INCIDENT i where i.PROC_INST_ID_ = p.PROC_INST_ID_
                        and lower(i.INCIDENT_MSG_) like lower(:text) escape '!')
                      or exists (select 1 from ACT_HI_OP_LOG o where o.PROC_INST_ID_ = p.PROC_INST_ID_
                        and (lower(o.ANNOTATION_) like lower(:text) escape '!' or lower(o.NEW_VALUE_) like lower(:text) escape '!')))""");
            only("keys", search.keys(), "p.BUSINESS_KEY_ in (:keys)");
            only("ids", search.ids(), "p.ID_ in (:ids)");
        }

        String sql() {
            return sql.toString();
        }

        private void outcome(String outcome) {
            if (outcome.equals(HistorySearch.RUNNING)) {
                and("p.END_TIME_ is null");
            } else if (outcome.equals(HistorySearch.CANCELLED)) {
                and("p.STATE_ in ('EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED')");
            } else {
                equal("outcome", outcome, "p.END_ACT_ID_ = :outcome");
            }
        }

        /** Whose case it is: a ministry's own and those of its offices are of one tenant. */
        private void house(List<String> tenants, List<String> offices) {
            if (tenants.isEmpty() && offices.isEmpty()) {
                return;
            }
            StringBuilder either = new StringBuilder("(1 = 0");
            if (!tenants.isEmpty()) {
                either.append(" or p.TENANT_ID_ in (:tenants)");
                values.put("tenants", tenants);
            }
            for (int office = 0; office < offices.size(); office++) {
                either.append(" or p.BUSINESS_KEY_ like :office").append(office).append(" escape '!'");
                values.put(
                        "office" + office,
                        pattern(offices.get(office)).substring(1).replaceAll("%$", "/%"));
            }
            and(either.append(')').toString());
        }

        /** What a value is or was at any time, whichever its type. */
        private void value(String variable, String value) {
            if (variable.isBlank() && value.isBlank()) {
                return;
            }
            StringBuilder detail = new StringBuilder(
                    "exists (select 1 from ACT_HI_DETAIL v where v.PROC_INST_ID_ = p.PROC_INST_ID_ and v.TYPE_ = 'VariableUpdate'");
            if (!variable.isBlank()) {
                detail.append(" and v.NAME_ = :variable");
                values.put("variable", variable.strip());
            }
            if (!value.isBlank()) {
                detail.append(" and (lower(v.TEXT_) like lower(:value) escape '!'");
                values.put("value", pattern(value));
                String typed = value.strip().toLowerCase(Locale.ROOT);
                if (typed.equals("true") || typed.equals("false")) {
                    detail.append(" or v.VAR_TYPE_ = 'boolean' and v.LONG_ = :flag");
                    values.put("flag", typed.equals("true") ? 1L : 0L);
                } else if (typed.matches("-?\\d{1,15}")) {
                    detail.append(" or v.VAR_TYPE_ in ('integer', 'long', 'short') and v.LONG_ = :number");
                    values.put("number", Long.parseLong(typed));
                }
                detail.append(')');
            }
            and(detail.append(')').toString());
        }

        private void contains(String name, String typed, String condition) {
            if (!typed.isBlank()) {
                and(condition, name, pattern(typed));
            }
        }

        private void equal(String name, String typed, String condition) {
            if (!typed.isBlank()) {
                and(condition, name, typed.strip());
            }
        }

        private void among(String name, List<String> some, String condition) {
            if (!some.isEmpty()) {
                and(condition, name, some);
            }
        }

        private void only(String name, @Nullable List<String> some, String condition) {
            if (some != null && some.isEmpty()) {
                and("1 = 0");
            } else if (some != null) {
                and(condition, name, some);
            }
        }

        private void and(String condition, String name, Object value) {
            and(condition);
            values.put(name, value);
        }

        private void and(String condition) {
            sql.append(sql.isEmpty() ? " where " : " and ").append(condition);
        }

        /** Typed signs of a pattern are signs like any other. */
        private static String pattern(String typed) {
            // small letters are made by the database on both sides: it may run in a language of its own
            return "%" + typed.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        }
    }
}
