package org.assent.mail;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Who writes, and where letters lie while no mail server is configured. */
@ConfigurationProperties("assent.mail")
record MailSettings(
        @DefaultValue("Assent <desk@example.org>") String from, @DefaultValue("data/outbox") String outbox) {

    Path folder() {
        return Path.of(outbox);
    }
}
