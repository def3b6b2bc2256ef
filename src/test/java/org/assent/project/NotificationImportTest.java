package org.assent.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class NotificationImportTest {

    @Autowired
    TestRestTemplate web;

    @Autowired
    FormService forms;

    @Autowired
    ProjectRegister register;

    @BeforeEach
    void on_the_day_of_issue() {
        ClockUtil.setCurrentTime(Date.from(java.time.Instant.parse("2022-05-28T01:00:00Z")));
    }

    @Test
    void the_sample_plans_a_project_whose_draft_opens_filled_in() throws IOException {
        ResponseEntity<Map<String, Object>> answer = post("programme-officer", "text/plain;charset=UTF-8", sample());

        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
        assertThat(answer.getBody()).containsEntry("unread", List.of());
        Map<String, Object> form =
                forms.getTaskFormVariables(String.valueOf(answer.getBody().get("taskId")));
        assertThat(form)
                .containsEntry("projectCode", answer.getBody().get("projectCode"))
                .containsEntry("draftNote", "")
                .containsKeys("startDate", "endDate", "closingDate", "reference", "overseasPlaces", "localPlaces");
        assertThat(form.get("hosts").toString()).hasSizeGreaterThan(2);
        assertThat(form.get("topics").toString()).contains("\"day\":1");
        assertThat(register.lines()).singleElement().satisfies(line -> assertThat(line.state())
                .isEqualTo(ProjectState.PLANNED));
    }

    @Test
    void a_known_code_a_gap_and_an_unreadable_file_are_answered_in_words() throws IOException {
        post("programme-officer", "text/plain", sample());
        assertThat(status("programme-officer", "text/plain", sample())).isEqualTo(409);
        assertThat(status(
                        "programme-officer",
                        "text/plain",
                        "Nothing of a notification in here.".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(422);
        assertThat(status("programme-officer", "text/plain", new byte[0])).isEqualTo(400);
        assertThat(status("programme-officer", "application/pdf", "no pdf".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(400);
        assertThat(status("programme-officer", "image/png", sample())).isEqualTo(415);
        assertThat(status("programme-officer", "text/plain", new byte[1024 * 1024 + 1]))
                .isEqualTo(413);
    }

    @Test
    void what_was_not_read_is_named_in_the_form_and_left_empty() throws IOException {
        String text = new String(sample(), StandardCharsets.UTF_8)
                .replaceAll("(?m)^Overseas Participants.*$", "Overseas Participants\tto be decided");
        ResponseEntity<Map<String, Object>> answer =
                post("programme-officer", "text/plain", text.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(201);
        assertThat(answer.getBody()).containsEntry("unread", List.of("overseasPlaces"));
        assertThat(forms.getTaskFormVariables(String.valueOf(answer.getBody().get("taskId"))))
                .containsEntry("draftNote", "**Could not be read: overseas places.** ")
                .containsEntry("overseasPlaces", null);
    }

    @Test
    void who_is_no_programme_officer_plans_nothing() throws IOException {
        assertThat(status("npo-lk", "text/plain", sample())).isEqualTo(403);
        assertThat(register.lines()).isEmpty();
    }

    private int status(String user, String type, byte[] document) {
        ResponseEntity<Map<String, Object>> answer = post(user, type, document);
        assertThat(String.valueOf(answer.getBody().get("message")))
                .endsWith(".")
                .doesNotContain("Exception", "ENGINE");
        return answer.getStatusCode().value();
    }

    private ResponseEntity<Map<String, Object>> post(String user, String type, byte[] document) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return web.withBasicAuth(user, "demo")
                .exchange(
                        "/api/notifications",
                        HttpMethod.POST,
                        new HttpEntity<>(document, headers),
                        new ParameterizedTypeReference<>() {});
    }

    private static byte[] sample() throws IOException {
        return new ClassPathResource("samples/project-notification.txt").getContentAsByteArray();
    }
}
