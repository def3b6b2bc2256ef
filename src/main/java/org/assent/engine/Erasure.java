package org.assent.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what our tables hold of the people of a case, and tells the ledger, which then forgets what its digests were
 * made with. The clean-up of history asks for it when a case's time of retention is over.
 */
@Component
class Erasure {

    private final JdbcTemplate database;
    private final ObjectProvider<PeopleKept> people;
    private final ObjectProvider<Evidence> evidence;

    Erasure(JdbcTemplate database, ObjectProvider<PeopleKept> people, ObjectProvider<Evidence> evidence) {
        this.database = database;
        this.people = people;
        this.evidence = evidence;
    }

    @Transactional
    void erase(String businessKey) {
        people.orderedStream()
                .flatMap(capability -> capability.kept().stream())
                .forEach(kept -> erase(kept, businessKey));
    }

    private void erase(PeopleKept.Kept kept, String businessKey) {
        String rows = " from " + kept.table() + " where " + kept.ofCase();
        List<Object> keys = database.queryForList("select distinct " + kept.key() + rows, Object.class, businessKey);
        if (kept.columns().isEmpty()) {
            database.update("delete" + rows, businessKey);
        } else {
            database.update(
                    kept.columns().stream()
                            .map(column -> column + " = ''")
                            .collect(Collectors.joining(
                                    ", ", "update " + kept.table() + " set ", " where " + kept.ofCase())),
                    businessKey);
        }
        evidence.ifAvailable(told -> keys.forEach(key -> told.erased(kept.table(), key)));
    }
}
