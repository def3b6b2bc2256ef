package org.assent.login;

import org.springframework.security.core.AuthenticationException;

/** This address has failed too often to be asked again so soon. */
final class TooManyTries extends AuthenticationException {

    private static final long serialVersionUID = 1;

    TooManyTries() {
        super("Too many logins from your address have failed. Please wait some minutes and try again.");
    }
}
