package org.assent.mail;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A letter as it lies in the outbox; its name finds it again. */
// public: the page that shows the outbox
public record OutboxMail(
        String name,
        String key,
        String to,
        String subject,
        @Nullable Instant date,
        String text,
        List<String> attachments) {}
