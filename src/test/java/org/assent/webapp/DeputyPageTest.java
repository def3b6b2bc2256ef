package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assent.access.EngineUsers;
import org.assent.deputation.Appointment;
import org.assent.deputation.DeputationDesk;
import org.assent.engine.Acting;
import org.assent.engine.Deputies;
import org.assent.engine.FreshDesk;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** What the page “Acting for” tells, and whom. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class DeputyPageTest {

    private static final LocalDate DAY = LocalDate.parse("2022-06-01");

    @Autowired
    DeputyPage page;

    @Autowired
    DeputationDesk desk;

    @Autowired
    Deputies deputies;

    @Autowired
    EngineUsers users;

    @BeforeEach
    void aDayInJune() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-06-01T06:00:00Z")));
    }

    @Test
    void the_time_of_an_act_is_that_of_the_place_where_the_case_is_at_home() {
        act("industries-head", "bsti-head", "signing", "Sign as head of the office");
        act("secretary-general", "accounts", "certification", "Sign the certificates");

        assertThat(acts("industries-head"))
                .isEqualTo(List.of("Sign as head of the office, the case, 1 Jun 2022, 12:00 Dhaka"));
        assertThat(acts("secretary-general"))
                .isEqualTo(List.of("Sign the certificates, the case, 1 Jun 2022, 15:00 Tokyo"));
    }

    @Test
    void an_administrator_of_accounts_sees_who_acts_for_whom_and_no_case() {
        act("industries-head", "bsti-head", "signing", "Sign as head of the office");

        assertThat(line("account-admin"))
                .containsEntry("orderNumber", "7")
                .containsEntry("revocable", true)
                .containsEntry("processes", List.of("Signing of an agreement"))
                .doesNotContainKey("acts");
        assertThat(String.valueOf(page.show())).doesNotContain("Sign as head", "the case");
        users.actAs("npo-lk");
        assertThat(page.show()).containsEntry("appointments", List.of());
    }

    private void act(String principal, String deputy, String process, String task) {
        users.actAs(principal);
        long made = desk.appoint(new Appointment(principal, deputy, Set.of(process), DAY, DAY, "7"));
        deputies.completed(new Acting(made, deputy, principal, process, "7"), task, "the case");
    }

    private List<?> acts(String viewer) {
        Map<String, Object> shown = line(viewer);
        return (List<?>) shown.get("acts");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> line(String viewer) {
        users.actAs(viewer);
        return ((List<Map<String, Object>>) page.show().get("appointments")).get(0);
    }
}
