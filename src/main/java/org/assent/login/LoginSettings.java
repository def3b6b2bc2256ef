package org.assent.login;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts, and how often it may fail.
 *
 * @param idle a browser that nobody used for so long is logged out
 * @param longest after so long everybody logs in again, however busy they are
 * @param failuresPerAddress so many wrong logins from one address within the window, and it has to wait
 */
@ConfigurationProperties("assent.login")
record LoginSettings(
        @DefaultValue("30m") Duration idle,
        @DefaultValue("10h") Duration longest,
        @DefaultValue("30") int failuresPerAddress,
        @DefaultValue("10m") Duration window) {}
