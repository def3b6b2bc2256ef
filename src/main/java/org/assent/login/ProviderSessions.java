package org.assent.login;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionBindingListener;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** The sessions that began by the provider's word, so that its word ends them. Each node knows its own. */
@Component
@Profile("oidc")
class ProviderSessions {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderSessions.class);
    private static final String KEPT = "assent.login.provider";
    /** The provider's own session, where it tells of one. */
    private static final String THEIRS = "sid";

    private final Set<Kept> open = ConcurrentHashMap.newKeySet();

    void keep(HttpSession session, OidcUser user) {
        session.setAttribute(KEPT, new Kept(session, user.getName(), user.getSubject(), user.getClaimAsString(THEIRS)));
    }

    /** Those of the provider's session that the token names; where it names none, all of the person. */
    void end(Jwt token) {
        List<Kept> ended = open.stream().filter(one -> one.isMeantBy(token)).toList();
        for (Kept one : ended) {
            try {
                one.session.invalidate();
                LOG.info("“{}” was logged out by the provider", one.user);
            } catch (IllegalStateException endedMeanwhile) {
                open.remove(one);
            }
        }
    }

    /** Stands in the session itself, and goes when the session goes, whoever ends it. */
    private final class Kept implements HttpSessionBindingListener {

        private final HttpSession session;
        private final String user;
        private final String subject;
        private final @Nullable String theirs;

        Kept(HttpSession session, String user, String subject, @Nullable String theirs) {
            this.session = session;
            this.user = user;
            this.subject = subject;
            this.theirs = theirs;
        }

        boolean isMeantBy(Jwt token) {
            String named = token.getClaimAsString(THEIRS);
            boolean isThePerson = subject.equals(token.getSubject());
            return named == null || theirs == null
                    ? isThePerson
                    : named.equals(theirs) && (isThePerson || token.getSubject() == null);
        }

        @Override
        public void valueBound(HttpSessionBindingEvent event) {
            open.add(this);
        }

        @Override
        public void valueUnbound(HttpSessionBindingEvent event) {
            open.remove(this);
        }
    }
}
