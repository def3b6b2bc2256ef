package org.assent.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.assent.announcement.AnnouncementFixture;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class AttendanceApiTest {

    private static final String REPORT =
            """
            Name;Email;Join time;Leave time
            Nimal Perera;nimal.perera@example.org;2022-08-24T14:00:00+05:30;2022-08-24T16:30:00+05:30
            """;

    @Autowired
    TestRestTemplate web;

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    private String code;

    @BeforeEach
    void theFirstSessionIsOver() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2022-08-24T13:00:00Z")));
        code = projects.issued();
        announcements.confirmedParticipants(code);
        engine.getRuntimeService().startProcessInstanceByKey(AttendanceProcess.KEY, code, Map.of("economy", "LK"));
    }

    @Test
    void the_host_hands_in_a_report() {
        var answer = hand("npo-lk", code, 1, REPORT);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(answer.getBody()).contains("1 of the participants were present long enough");
    }

    @Test
    void what_cannot_be_taken_is_refused_in_words() {
        assertThat(hand("npo-bd", code, 1, REPORT).getBody()).contains("Only the host");
        assertThat(hand("programme-officer", code, 1, REPORT).getStatusCode().value())
                .isEqualTo(422);
        assertThat(hand("npo-lk", code, 9, REPORT).getBody()).contains("no session with this number");
        assertThat(hand("npo-lk", code, 2, REPORT).getBody()).contains("has not begun yet");
        assertThat(hand("npo-lk", "22-XX-99-GE-WSP-A", 1, REPORT).getBody()).contains("no project with this code");
        assertThat(hand("npo-lk", code, 1, "").getStatusCode().value()).isIn(400, 422);
        var garbage = hand("npo-lk", code, 1, "\u0000\u0001 this is no report");
        assertThat(garbage.getStatusCode().value()).isEqualTo(415);
        assertThat(garbage.getBody()).doesNotContain("Exception");
        assertThat(web.postForEntity("/api/projects/" + code + "/sessions/1/attendance", REPORT, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private ResponseEntity<String> hand(String user, String project, int session, String csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8");
        return web.withBasicAuth(user, "demo")
                .exchange(
                        "/api/projects/" + project + "/sessions/" + session + "/attendance",
                        HttpMethod.POST,
                        new HttpEntity<>(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), headers),
                        String.class);
    }
}
