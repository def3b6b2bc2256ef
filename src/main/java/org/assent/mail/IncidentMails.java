package org.assent.mail;

import java.util.List;
import org.assent.engine.IncidentRaised;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes to the operator when a case stands still; the log has told it already. */
@Component
class IncidentMails {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentMails.class);

    private final Post post;
    private final String operator;

    IncidentMails(Post post, @Value("${assent.operator-address:${assent.coordination-address:}}") String operator) {
        this.post = post;
        this.operator = operator;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void hear(IncidentRaised incident) {
        if (operator.isBlank()) {
            return;
        }
        try {
            post.deliver(new Message(
                    "incident." + incident.id(),
                    List.of(operator),
                    "A case stands still: " + incident.process(),
                    "A step of the process “%s” (%s) has failed as often as it may, and its case stands still until somebody looks. Open the incident %s in Cockpit.%n"
                            .formatted(incident.process(), incident.step(), incident.id()),
                    List.of()));
        } catch (RuntimeException undelivered) {
            // it may be the mail itself that fails: the incident stands in Cockpit and in the log all the same
            LOG.error("The operator could not be told of incident {}", incident.id());
        }
    }
}
