package org.assent.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How an account stands in the engine's tables at this moment, in one question by its key. Public: login asks whether
 * whoever logged in some time ago still has the account that they logged in with.
 */
@Component
public class AccountMarks {

    private final JdbcClient tables;

    AccountMarks(JdbcClient tables) {
        this.tables = tables;
    }

    /**
     * What a login rests on.
     *
     * @param password as the engine keeps it: hashed, and new whenever a password is set, be it the same word
     */
    public record Mark(@Nullable String password, Set<String> groups) {

        /** Groups may have been added: rights are asked for with each request anyway. */
        public boolean stillHolds(Mark now) {
            return password != null && password.equals(now.password) && now.groups.containsAll(groups);
        }

        @Override
        public String toString() {
            return "Mark of " + groups;
        }
    }

    /**
     * Nothing where there is no such account. A lock ends no session: whoever mistypes a password ten times would throw
     * the account's owner out, and the last administrator with them.
     */
    public Optional<Mark> of(String user) {
        record Row(@Nullable String password, @Nullable String group) {}
        List<Row> rows = tables.sql(
                        "select u.pwd_, u.salt_, m.group_id_ from act_id_user u left join act_id_membership m on m.user_id_ = u.id_ where u.id_ = ?")
                .param(user)
                .query((row, number) -> new Row(row.getString(1) + row.getString(2), row.getString(3)))
                .list();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Set<String> groups = new HashSet<>();
        rows.forEach(row -> {
            if (row.group() != null) {
                groups.add(row.group());
            }
        });
        return Optional.of(new Mark(rows.get(0).password(), groups));
    }
}
