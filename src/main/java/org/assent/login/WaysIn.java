package org.assent.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;

/** How people and programs prove who they are: by the engine's own users, or by a provider of the organisation. */
interface WaysIn {

    void people(HttpSecurity http) throws Exception;

    void programs(HttpSecurity http) throws Exception;

    /** Where people go to log in elsewhere; null where the login page asks for a password itself. */
    @Nullable
    String elsewhere();

    /** Where our own forms may lead, as a content policy says it. */
    default String formTargets() {
        return "'self'";
    }

    /** Where a browser must go next so that the provider ends its session too; null where there is none. */
    @Nullable
    String afterLogout(HttpServletRequest request, @Nullable Authentication login);
}
