package org.assent.engine;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hears which rows the engine writes, in the transaction that writes them and after the statement. Public: the ledger
 * is told so.
 */
public interface RowWatch {

    /** History, deployments, grants, logins: what evidence is made of. By name in lower case. */
    static boolean isWatched(String table) {
        return table.startsWith("act_hi_") || KEPT.contains(table);
    }

    /** Beside history. */
    Set<String> KEPT = Set.of(
            "act_ge_bytearray",
            "act_re_deployment",
            "act_re_procdef",
            "act_re_decision_def",
            "act_re_decision_req_def",
            "act_re_camformdef",
            "act_ru_authorization",
            "act_ru_filter",
            "act_id_user",
            "act_id_info",
            "act_id_group",
            "act_id_membership",
            "act_id_tenant",
            "act_id_tenant_member");

    /**
     * @param table name in lower case
     * @param row value of its key; of several columns joined by {@code |}
     * @param rootCase id of the root process instance, or null when the row belongs to none
     */
    void written(String table, String row, @Nullable String rootCase);

    void removed(String table, String row, @Nullable String rootCase);

    /** Many at once, as retention does it and an administrator who removes a user: by these ids, or where columns hold these values. */
    void cleaned(String table, String statement, Collection<String> ids, Map<String, String> where);

    /** Some rows of a small table at once, nobody knows which. */
    void rewritten(String table);
}
