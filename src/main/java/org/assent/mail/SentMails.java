package org.assent.mail;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The letters that a mail server took. */
class SentMails {

    private final JdbcClient database;
    private final Clock clock;

    SentMails(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
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
    }
}
