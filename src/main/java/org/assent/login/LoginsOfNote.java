package org.assent.login;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.assent.access.EngineUsers;
import org.assent.engine.Evidence;
import org.camunda.bpm.engine.authorization.Groups;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts on record the logins that evidence needs: of administrators, by a provider's word, and the addresses that had to
 * wait, once in a while each and without the address.
 */
@Component
class LoginsOfNote {

    private static final int MOST_ADDRESSES = 1_000;
    /** Addresses of nobody (RFC 5737), from which the desk knocks at its own door. */
    private static final String OF_NOBODY = "192.0.2.";

    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final EngineUsers users;
    private final Duration window;
    private final Map<String, Instant> noted = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    LoginsOfNote(
            Evidence evidence, PlatformTransactionManager transactions, EngineUsers users, LoginSettings settings) {
        this.evidence = evidence;
        this.transaction = new TransactionTemplate(transactions);
        this.users = users;
        this.window = settings.window();
    }

    void arrived(Authentication login) {
        boolean byProvider = !(login instanceof UsernamePasswordAuthenticationToken);
        boolean administrator = users.of(login.getName()).groups().contains(Groups.CAMUNDA_ADMIN);
        if (byProvider || administrator) {
            note(
                    "login",
                    Map.of(
                            "user", login.getName(),
                            "by", byProvider ? "provider" : "password",
                            "administrator", Boolean.toString(administrator)));
        }
    }

    /** A flood of tries is one line, or the ledger would be flooded too. */
    void mustWait(String address) {
        if (address.startsWith(OF_NOBODY)) {
            return;
        }
        Instant now = Instant.now();
        synchronized (noted) {
            Instant before = noted.get(address);
            if (before != null && before.plus(window).isAfter(now)) {
                return;
            }
            noted.put(address, now);
        }
        note("logins refused", Map.of("why", "too many failed from one address"));
    }

    private void note(String kind, Map<String, String> facts) {
        transaction.executeWithoutResult(status -> evidence.happened(kind, facts));
    }
}
