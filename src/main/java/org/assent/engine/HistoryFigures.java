package org.assent.engine;

import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts and measures the history of a process. It asks nobody's rights. Public: the auditors' page asks it. */
@Component
public final class HistoryFigures {

    private static final String OF_VERSION =
            " join ACT_RE_PROCDEF d on d.ID_ = a.PROC_DEF_ID_ where a.PROC_DEF_KEY_ = :process and (:version = 0 or d.VERSION_ = :version) ";

    private final NamedParameterJdbcTemplate database;

    HistoryFigures(NamedParameterJdbcTemplate database) {
        this.database = database;
    }

    /** @param version 0 for all */
    public ProcessFigures of(String process, int version) {
        Map<String, Object> asked =
                Map.of("process", process, "version", version, "now", Timestamp.from(EngineClock.now()));
        return new ProcessFigures(steps(asked), outcomes(asked), versions(asked));
    }

    private List<ProcessFigures.Step> steps(Map<String, Object> asked) {
        Map<String, Long> returns = returns(asked);
        Map<String, long[]> dates = dates(asked);
        return database.query(
                """
                select a.ACT_ID_, max(a.ACT_NAME_) as NAME_, max(a.ACT_TYPE_) as TYPE_, count(*) as VISITS_,
                  count(distinct a.PROC_INST_ID_) as CASES_,
                  sum(case when a.END_TIME_ is null then 1 else 0 end) as OPEN_,
                  sum(case when a.ACT_INST_STATE_ = 2 then 1 else 0 end) as CANCELLED_,
                  percentile_cont(0.5) within group (order by a.DURATION_) as MEDIAN_,
                  percentile_cont(0.9) within group (order by a.DURATION_) as NINETIETH_,
                  sum(a.DURATION_) as TOTAL_
                from ACT_HI_ACTINST a"""
                        + OF_VERSION
                        + "and a.ACT_TYPE_ <> 'multiInstanceBody' group by a.ACT_ID_ order by a.ACT_ID_",
                asked,
                (row, number) -> {
                    String id = row.getString("ACT_ID_");
                    long[] late = dates.getOrDefault(id, new long[2]);
                    return new ProcessFigures.Step(
                            id,
                            HistoryQueries.text(row, "NAME_"),
                            row.getString("TYPE_"),
                            row.getLong("VISITS_"),
                            row.getLong("CASES_"),
                            row.getLong("OPEN_"),
                            row.getLong("CANCELLED_"),
                            row.getLong("MEDIAN_"),
                            row.getLong("NINETIETH_"),
                            row.getLong("TOTAL_"),
                            returns.getOrDefault(id, 0L),
                            late[0],
                            late[1]);
                });
    }

    /** What a person or a called case did again; turns of a loop over many things are not returns. */
    private Map<String, Long> returns(Map<String, Object> asked) {
        Map<String, Long> returns = new HashMap<>();
        database.query(
                "select x.ACT_ID_, sum(x.AGAIN_) as AGAIN_ from (select a.ACT_ID_, count(*) - 1 as AGAIN_ from ACT_HI_ACTINST a"
                        + OF_VERSION
                        + """
                        and a.ACT_TYPE_ in ('userTask', 'callActivity')
                          and a.PARENT_ACT_INST_ID_ not like '%#multiInstanceBody:%'
                        group by a.PROC_INST_ID_, a.PARENT_ACT_INST_ID_, a.ACT_ID_ having count(*) > 1) x
                        group by x.ACT_ID_""",
                asked,
                row -> {
                    returns.put(row.getString("ACT_ID_"), row.getLong("AGAIN_"));
                });
        return returns;
    }

    private Map<String, long[]> dates(Map<String, Object> asked) {
        Map<String, long[]> dates = new HashMap<>();
        database.query(
                """
                select a.TASK_DEF_KEY_, count(*) as DUE_,
                  sum(case when coalesce(a.END_TIME_, :now) > a.DUE_DATE_ then 1 else 0 end) as LATE_
                from ACT_HI_TASKINST a"""
                        + OF_VERSION
                        + "and a.DUE_DATE_ is not null group by a.TASK_DEF_KEY_",
                asked,
                row -> {
                    dates.put(row.getString("TASK_DEF_KEY_"), new long[] {row.getLong("DUE_"), row.getLong("LATE_")});
                });
        return dates;
    }

    private List<ProcessFigures.Outcome> outcomes(Map<String, Object> asked) {
        return database.query(
                """
                select x.VERSION_, x.END_, max(x.NAME_) as NAME_, count(*) as CASES_ from (
                  select d.VERSION_,
                    case when a.END_TIME_ is null then 'running'
                      when a.STATE_ in ('EXTERNALLY_TERMINATED', 'INTERNALLY_TERMINATED') then 'cancelled'
                      else a.END_ACT_ID_ end as END_,
                    (select max(e.ACT_NAME_) from ACT_HI_ACTINST e
                      where e.PROC_INST_ID_ = a.PROC_INST_ID_ and e.ACT_ID_ = a.END_ACT_ID_) as NAME_
                  from ACT_HI_PROCINST a"""
                        + OF_VERSION + ") x group by x.VERSION_, x.END_ order by count(*) desc, x.END_",
                asked,
                (row, number) -> new ProcessFigures.Outcome(
                        row.getInt("VERSION_"),
                        HistoryQueries.text(row, "END_"),
                        HistoryQueries.text(row, "NAME_"),
                        row.getLong("CASES_")));
    }

    private List<ProcessFigures.Version> versions(Map<String, Object> asked) {
        return database.query(
                """
                select d.VERSION_, count(*) as CASES_, sum(case when a.END_TIME_ is null then 1 else 0 end) as RUNNING_,
                  percentile_cont(0.5) within group (order by a.DURATION_) as MEDIAN_,
                  percentile_cont(0.9) within group (order by a.DURATION_) as NINETIETH_
                from ACT_HI_PROCINST a join ACT_RE_PROCDEF d on d.ID_ = a.PROC_DEF_ID_
                where a.PROC_DEF_KEY_ = :process group by d.VERSION_ order by d.VERSION_""",
                asked,
                (row, number) -> new ProcessFigures.Version(
                        row.getInt("VERSION_"),
                        row.getLong("CASES_"),
                        row.getLong("RUNNING_"),
                        row.getLong("MEDIAN_"),
                        row.getLong("NINETIETH_")));
    }
}
