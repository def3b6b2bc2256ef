package org.assent.clock;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The instant up to which the rehearsal clock may have shown the time. */
@Component
@OnRehearsal
class StoredReading {

    private final JdbcTemplate database;

    StoredReading(JdbcTemplate database) {
        this.database = database;
    }

    Optional<Instant> read() {
        return database.queryForList("select shown_until from rehearsal_clock", OffsetDateTime.class).stream()
                .map(OffsetDateTime::toInstant)
                .findFirst();
    }

    void write(Instant shownUntil) {
        OffsetDateTime moment = shownUntil.atOffset(ZoneOffset.UTC);
        if (database.update("update rehearsal_clock set shown_until = ? where id = 1", moment) == 0) {
            database.update("insert into rehearsal_clock (id, shown_until) values (1, ?)", moment);
        }
    }
}
