package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

@Tag("once")
class SessionLimitsTest {

    private static final String PAGE = "/camunda/app/tasklist/default/";
    private static final String POLL = "/camunda/api/engine/engine/default/filter/4711/list";

    private Instant now = Instant.parse("2026-11-23T08:00:00Z");
    private final InstantSource wall = () -> now;
    private final LoginSettings settings =
            new LoginSettings(Duration.ofMinutes(30), Duration.ofHours(10), 3, Duration.ofMinutes(10));
    private final SessionLimits limits = new SessionLimits(settings, wall);
    private final MockHttpSession session = new MockHttpSession();

    @Test
    void a_session_in_use_ends_after_its_longest_time() throws Exception {
        limits.begin(session);
        for (int i = 0; i < 40; i++) {
            after(Duration.ofMinutes(15), PAGE);
            assertThat(session.isInvalid()).as("after %s quarters", i + 1).isFalse();
        }
        after(Duration.ofSeconds(1), PAGE);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_session_nobody_used_ends() throws Exception {
        limits.begin(session);
        after(Duration.ofMinutes(30), PAGE);
        assertThat(session.isInvalid()).isFalse();
        after(Duration.ofMinutes(31), PAGE);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_page_that_asks_by_itself_does_not_keep_a_session() throws Exception {
        limits.begin(session);
        for (int i = 0; i < 30; i++) {
            after(Duration.ofMinutes(1), POLL);
        }
        assertThat(session.isInvalid()).isFalse();
        after(Duration.ofMinutes(1), POLL);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void a_window_moves_on_and_forgives() {
        LoginLimits tries = new LoginLimits(settings, wall);
        for (int i = 0; i < 3; i++) {
            assertThat(tries.begin("192.0.2.1")).isTrue();
        }
        assertThat(tries.begin("192.0.2.1")).isFalse();
        assertThat(tries.begin("192.0.2.2")).isTrue();
        now = now.plus(Duration.ofMinutes(11));
        assertThat(tries.begin("192.0.2.1")).isTrue();
    }

    @Test
    void one_line_of_the_provider_has_one_count_however_many_addresses_it_has() {
        LoginLimits tries = new LoginLimits(settings, wall);
        for (int i = 0; i < 3; i++) {
            assertThat(tries.begin("2001:db8:1:1::" + i)).isTrue();
        }
        assertThat(tries.begin("2001:db8:1:1:ffff::1")).isFalse();
        assertThat(tries.begin("2001:db8:1:2::1")).isTrue();
    }

    @Test
    void right_passwords_are_no_tries() {
        LoginLimits tries = new LoginLimits(settings, wall);
        for (int i = 0; i < 20; i++) {
            assertThat(tries.begin("192.0.2.1")).isTrue();
            tries.succeeded("192.0.2.1");
        }
    }

    private void after(Duration time, String path) throws Exception {
        now = now.plus(time);
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        limits.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
