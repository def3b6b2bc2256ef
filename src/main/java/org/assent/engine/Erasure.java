package org.assent.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Erases what our tables hold of the people of a case, and tells the ledger, which then forgets what its digests were
 * made with. The clean-up of history asks for it when a case's time of retention is over. Public: a person may ask for it
 * before.
 */
@Component
public class Erasure {

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

    /**
     * What is known of one person in a finished case, wherever it is kept; the answer tells how many records that were.
     *
     * @param reference what the person goes by in this project
     */
    @Transactional
    public int ofPerson(String projectCode, String reference) {
        return people.orderedStream()
                .flatMap(capability -> capability.keptOfPerson().stream())
                .mapToInt(kept -> erase(kept, projectCode, reference))
                .sum();
    }

    /** Whether there was a case under this key, and it is over with everything that it called. */
    public boolean isOver(String businessKey) {
        List<Boolean> over = database.query(
                "select END_TIME_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ? or BUSINESS_KEY_ like ?",
                (row, number) -> row.getTimestamp(1) != null,
                businessKey,
                businessKey + "/%");
        return !over.isEmpty() && !over.contains(false);
    }

    /** Answers how many rows there were. */
    @Transactional
    public int erase(PeopleKept.Kept kept, Object... places) {
        String rows = " from " + kept.table() + " where " + kept.ofCase();
        List<Object> keys = database.queryForList("select distinct " + kept.key() + rows, Object.class, places);
        if (kept.columns().isEmpty()) {
            database.update("delete" + rows, places);
        } else {
            database.update(
                    kept.columns().stream()
                            .map(column -> column + " = ''")
                            .collect(Collectors.joining(
                                    ", ", "update " + kept.table() + " set ", " where " + kept.ofCase())),
                    places);
        }
        evidence.ifAvailable(told -> keys.forEach(key -> told.erased(kept.table(), key)));
        return keys.size();
    }
}
