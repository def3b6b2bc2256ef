package org.assent.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpSession;
import org.assent.engine.AccountMarks;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** What one session asks at the very moment at which it sets its owner's password; over HTTP: LoginTest. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class SameAccountTest {

    private static final String USER = "changing-official";

    @Autowired
    AccountMarks marks;

    @Autowired
    IdentityService identity;

    private final MockHttpSession session = new MockHttpSession();
    private SameAccount filter;

    @BeforeEach
    void somebodyIsLoggedIn() {
        var user = identity.newUser(USER);
        user.setPassword("Quite-long-and-dull-1");
        identity.saveUser(user);
        filter = new SameAccount(marks);
        filter.begin(session, USER);
    }

    @AfterEach
    void asItWas() {
        identity.deleteUser(USER);
    }

    @Test
    void a_question_from_another_tab_does_not_end_the_session_that_changes_its_own_password() throws Exception {
        MockHttpServletRequest poll = request("GET", "/camunda/api/engine/engine/default/task/count");
        Thread other = new Thread(() -> send(poll, (asked, answered) -> {}));

        send(request("PUT", "/camunda/api/engine/engine/default/user/" + USER + "/credentials"), (asked, answered) -> {
            setPassword("Quite-long-and-dull-2");
            other.start();
            await().until(() -> !other.isAlive() || other.getState() == Thread.State.BLOCKED);
        });
        other.join(10_000);

        assertThat(session.isInvalid()).isFalse();
        assertThat(poll.getAttribute(SessionLimits.ENDED)).isNull();
    }

    @Test
    void a_password_that_somebody_else_set_ends_it_even_while_it_tries_to_set_its_own() {
        setPassword("Quite-long-and-dull-2");
        MockHttpServletRequest change =
                request("PUT", "/camunda/api/engine/engine/default/user/" + USER + "/credentials");

        send(change, (asked, answered) -> assertThat(session.isInvalid()).isTrue());

        assertThat(change.getAttribute(SessionLimits.ENDED)).isEqualTo(true);
    }

    @Test
    void a_script_of_the_web_apps_is_nobody_s_and_asks_for_nobody() {
        setPassword("Quite-long-and-dull-2");

        send(request("GET", "/camunda/app/tasklist/main.js"), (asked, answered) -> {});
        assertThat(session.isInvalid()).isFalse();

        send(request("GET", "/camunda/api/engine/engine/default/user.js"), (asked, answered) -> {});
        assertThat(session.isInvalid()).isTrue();
    }

    private void setPassword(String password) {
        var user = identity.createUserQuery().userId(USER).singleResult();
        user.setPassword(password);
        identity.saveUser(user);
    }

    private MockHttpServletRequest request(String method, String path) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setSession((HttpSession) session);
        return request;
    }

    private void send(MockHttpServletRequest request, FilterChain then) {
        try {
            filter.doFilter(request, new MockHttpServletResponse(), then);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
