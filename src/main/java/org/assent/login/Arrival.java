package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Somebody has logged in: their time begins, and they come to the page that they wanted. */
@Component
class Arrival implements AuthenticationSuccessHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    private final SessionLimits limits;
    private final SameAccount account;
    private final LoginsOfNote record;

    Arrival(SessionLimits limits, SameAccount account, LoginsOfNote record) {
        this.limits = limits;
        this.account = account;
        this.record = record;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException {
        begin(request, login);
        response.sendRedirect(WhereTo.of(request));
    }

    void begin(HttpServletRequest request, Authentication login) {
        limits.begin(request.getSession());
        account.begin(request.getSession(), login.getName());
        record.arrived(login);
        LOG.info("“{}” logged in from {}", login.getName(), request.getRemoteAddr());
    }
}
