package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.assent.engine.FreshDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@ExtendWith(FreshDesk.class)
class ProjectRegisterTest {

    @Autowired
    ProjectRegister projects;

    @Autowired
    ProjectFixture fixture;

    @Test
    void the_real_notification_gives_the_dates_the_secretariat_works_to() {
        ProjectFacts project = projects.project(fixture.issued());

        assertThat(project.closingAt()).isEqualTo(Instant.parse("2022-08-03T15:00:00Z"));
        assertThat(project.announceOn()).isEqualTo(LocalDate.of(2022, 8, 10));
        assertThat(project.announceAt()).isEqualTo(Instant.parse("2022-08-10T00:00:00Z"));
        assertThat(project.readinessAt()).isEqualTo(Instant.parse("2022-08-08T00:00:00Z"));
        assertThat(project.firstReminderAt()).isEqualTo(Instant.parse("2022-07-20T00:00:00Z"));
        assertThat(project.secondReminderAt()).isEqualTo(Instant.parse("2022-07-31T00:00:00Z"));
    }

    @Test
    void all_members_are_the_twenty_active_ones_and_each_guest_may_expect_two_places() {
        ProjectFacts project = projects.project(fixture.issued());

        assertThat(project.economies()).hasSize(20).contains("LK", "TR").doesNotContain("HK");
        assertThat(project.placesPerEconomy()).isEqualTo(2);
        assertThat(projects.economies()).hasSize(21);
        assertThat(projects.economy("TR").zone()).hasToString("Europe/Istanbul");
    }
}
