package org.assent.login;

import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a user id and password against the engine's own users. Too many wrong ones delay the account, which the engine
 * counts, and the address they come from; each refusal stands in the log, without the password.
 */
final class EngineLogin implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(EngineLogin.class);
    /** Hashing what is longer would be work for the machine and no help to anybody. */
    private static final int LONGEST = 256;

    private final IdentityService identity;
    private final LoginLimits limits;
    private final LoginsOfNote record;

    EngineLogin(IdentityService identity, LoginLimits limits, LoginsOfNote record) {
        this.identity = identity;
        this.limits = limits;
        this.record = record;
    }

    @Override
    public Authentication authenticate(Authentication login) {
        String address = login.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        if (!limits.begin(address)) {
            LOG.warn("Login refused from {}: too many failed from this address", address);
            record.mustWait(LoginLimits.network(address));
            throw new TooManyTries();
        }
        String user = String.valueOf(login.getName());
        if (!isRight(user, login.getCredentials())) {
            LOG.warn("Login refused from {} for {}: wrong, or the account has to wait", address, known(user));
            throw new BadCredentialsException(
                    "User id or password is wrong. After several wrong tries an account has to wait some time.");
        }
        limits.succeeded(address);
        return UsernamePasswordAuthenticationToken.authenticated(user, null, List.of());
    }

    private boolean isRight(String user, @org.jspecify.annotations.Nullable Object password) {
        return password != null
                && !user.isBlank()
                && user.length() <= LONGEST
                && password.toString().length() <= LONGEST
                && identity.checkPassword(user, password.toString());
    }

    /** Who is unknown is not named: now and then somebody types a password where the user id belongs. */
    private String known(String user) {
        return user.length() <= LONGEST
                        && identity.createUserQuery().userId(user).count() > 0
                ? "“" + user + "”"
                : "an unknown user";
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
