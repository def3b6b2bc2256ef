package org.assent.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import org.assent.engine.Evidence;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that a mail server took. */
class SentMails {

    private final JdbcClient database;
    private final Clock clock;
    private final Evidence evidence;

    SentMails(JdbcClient database, Clock clock, Evidence evidence) {
        this.database = database;
        this.clock = clock;
        this.evidence = evidence;
    }

    boolean contains(String key) {
        return database.sql("select count(*) from sent_mail where message_key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    void add(String key, String messageId) {
        database.sql("insert into sent_mail (message_key, message_id, sent_at) values (:key, :id, :at)")
                .param("key", key)
                .param("id", messageId)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        evidence.wrote("sent_mail", key);
    }
}
