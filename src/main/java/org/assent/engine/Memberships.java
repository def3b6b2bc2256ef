package org.assent.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who belongs to which group and tenant, thousands at once: the engine's own queries tell of one user or one group
 * each. Public: access keeps the groups of offices in line with it.
 */
@Component
public class Memberships {

    private final JdbcClient tables;
    private final RuntimeService runtime;

    Memberships(JdbcClient tables, RuntimeService runtime) {
        this.tables = tables;
        this.runtime = runtime;
    }

    public Set<String> users() {
        return new HashSet<>(tables.sql("select id_ from act_id_user")
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** User ids by group. */
    public Map<String, Set<String>> groups() {
        return pairs("select group_id_, user_id_ from act_id_membership");
    }

    /** User ids by tenant; without those who have it by a group. */
    public Map<String, Set<String>> tenants() {
        return pairs("select tenant_id_, user_id_ from act_id_tenant_member where user_id_ is not null");
    }

    /** Users of whom this stands in their account. */
    public Set<String> known(String key, String value) {
        return new HashSet<>(tables.sql(
                        "select u.id_ from act_id_user u join act_id_info i on i.user_id_ = u.id_ where i.key_ = ? and i.value_ = ?")
                .params(key, value)
                .query((row, number) -> row.getString(1))
                .list());
    }

    /** Holds the account until the transaction ends: what is given to it at the same instant waits, and is asked after it. */
    public void hold(String user) {
        tables.sql("select id_ from act_id_user where id_ = ? for update")
                .param(user)
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** Makes all these changes in one go, whatever the official may change whose import brought them about. */
    public void change(Runnable changes) {
        EngineScope.withoutAuthorization(runtime, () -> {
            changes.run();
            return true;
        });
    }

    private Map<String, Set<String>> pairs(String sql) {
        Map<String, Set<String>> pairs = new HashMap<>();
        tables.sql(sql).query(row -> {
            pairs.computeIfAbsent(row.getString(1), key -> new HashSet<>()).add(row.getString(2));
        });
        return pairs;
    }
}
