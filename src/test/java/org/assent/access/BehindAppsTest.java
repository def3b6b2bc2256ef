package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.assent.login.WebSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the pages of a web app ask is answered to those who may open it; every address of it: MatrixTest. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class BehindAppsTest {

    private static final String COCKPIT = "/camunda/api/cockpit/plugin/base/default/process-definition/statistics";

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"npo-np", "programme-officer", "account-admin"})
    void whoever_may_not_open_cockpit_is_told_so_by_what_stands_behind_it(String user) {
        var answer = WebSession.of(port, user).ask(COCKPIT);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("This belongs to Cockpit, which is not open to you.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auditor    | " + COCKPIT,
                "admin      | " + COCKPIT,
                // Cockpit's dashboard shows the clock of the desk
                "auditor    | /camunda/api/tasklist/plugin/assent/default/desk",
                "npo-np     | /camunda/api/tasklist/plugin/assent/default/desk",
                "npo-np     | /camunda/api/tasklist/plugin/assent/static/app/plugin.js",
                // who am I, asked by every web app
                "npo-np     | /camunda/api/admin/auth/user/default"
            })
    void what_a_page_needs_it_gets(String user, String path) {
        assertThat(WebSession.of(port, user).ask(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"account-admin", "auditor"})
    void figures_over_all_cases_come_to_account_administrators_by_no_side_door(String user) {
        var answer = WebSession.of(port, user)
                .ask("/camunda/api/admin/plugin/adminPlugins/default/metrics/aggregated?groupBy=month"
                        + "&subscriptionStartDate=2022-01-01T00:00:00.000%2B0000");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }
}
