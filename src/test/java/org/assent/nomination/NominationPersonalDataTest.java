package org.assent.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assent.announcement.AnnouncementFixture;
import org.assent.engine.Drawings;
import org.assent.engine.EngineTables;
import org.assent.engine.FreshDesk;
import org.assent.engine.Messages;
import org.assent.engine.Refusal;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the forms of a nomination submit about people is in our tables, and in no table of the engine and no log. */
@SpringBootTest
@ExtendWith({FreshDesk.class, OutputCaptureExtension.class})
class NominationPersonalDataTest {

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @Autowired
    IdentityService identity;

    @Autowired
    ManagementService jobs;

    @Autowired
    Messages messages;

    @Autowired
    JdbcTemplate database;

    @Autowired
    ProjectFixture projects;

    @Autowired
    AnnouncementFixture announcements;

    private final List<String> planted = new ArrayList<>();
    private String code = "";

    @Test
    void no_engine_table_and_no_log_line_holds_what_the_forms_submit(CapturedOutput log) throws Exception {
        code = projects.issued();
        at("2022-05-28T12:00:00+09:00");
        runtime.createProcessInstanceByKey("nomination")
                .businessKey(code + "/IN")
                .setVariable("economy", "IN")
                .setVariable("projectCode", code)
                .execute();
        Object list = Spin.JSON(new ObjectMapper().writeValueAsString(List.of(candidate(1), candidate(2))));
        enter(list);
        head("RETURN");
        enter(list);
        head("ENDORSE");
        step("reconsiderNominations", Map.of("nominationChange", "CORRECT"));
        Object twice = Spin.JSON(list.toString().replaceAll("plant\\w+@in", "planted@in"));
        planted.add("planted@in");
        assertThatThrownBy(() -> enter(twice)).isInstanceOf(Refusal.class);
        Object unreadable = Spin.JSON(list.toString().replace("1980-02-03", planted("when")));
        assertThatThrownBy(() -> enter(unreadable)).isInstanceOf(Refusal.class);
        enter(list);
        head("ENDORSE");
        step(
                "reconsiderNominations",
                Map.of(
                        "nominationChange",
                        "WITHDRAW_ONE",
                        "withdrawnCandidate",
                        "IN-2",
                        "changeReason",
                        planted("changeReason")));
        at("2022-08-04T00:00:00+09:00");
        jobs.executeJob(jobs.createJobQuery()
                .activityId("closingDatePassed")
                .singleResult()
                .getId());
        announcements.confirmedParticipants(code);
        messages.tell("nomination", code + "/IN", "nomination.placesOffered");
        messages.tell("nomination", code + "/IN", "nomination.sessionsHeld");
        step(
                "submitEvaluation",
                Map.of(
                        "evaluations",
                        Spin.JSON(new ObjectMapper()
                                .writeValueAsString(List.of(Map.of(
                                        "content",
                                        "5",
                                        "speakers",
                                        "5",
                                        "organization",
                                        "5",
                                        "usefulness",
                                        "5",
                                        "comments",
                                        planted("comments")))))));

        assertThat(runtime.createProcessInstanceQuery().count()).isZero();
        assertThat(planted).hasSizeGreaterThan(30);
        assertThat(EngineTables.find(database, "nomination.*", planted.subList(0, 1)))
                .as("our own table")
                .isNotEmpty();
        assertThat(EngineTables.find(database, EngineTables.ENGINE, planted)).isEmpty();
        assertThat(log.getAll()).doesNotContain(planted);
    }

    /** A line of the form with a text of its own in every field that takes text. */
    private Map<String, Object> candidate(int n) {
        Map<String, Object> line = new LinkedHashMap<>();
        for (JsonNode field : Drawings.components(Drawings.form("nomination", "enterCandidates"))) {
            String key = field.path("key").asText();
            switch (field.path("type").asText()) {
                case "textfield", "textarea" -> line.put(key, planted(key + n));
                case "select" -> line.put(key, field.at("/values/1/value").asText());
                case "number" -> line.put(key, 2000);
                case "checkbox" -> line.put(key, true);
                case "datetime" -> line.put(key, "1980-02-0" + (n + 2));
                default -> {}
            }
        }
        line.put("nationality", "IN");
        line.put("experience", 9);
        line.put("email", planted("email" + n) + "@in.example.org");
        return line;
    }

    private String planted(String key) {
        String text = "plant" + key.toLowerCase(Locale.ROOT) + "x";
        planted.add(text);
        return text;
    }

    private void enter(Object list) {
        step("enterCandidates", Map.of("nominationAnswer", "CANDIDATES", "candidates", list));
    }

    private void head(String decision) {
        submit(
                "npo-in-head",
                "npo-heads",
                "endorseCandidates",
                Map.of(
                        "endorsement",
                        decision,
                        "endorserName",
                        planted("endorserName"),
                        "endorserTitle",
                        planted("endorserTitle"),
                        "endorsementRemark",
                        planted("remark")));
    }

    private void step(String task, Map<String, Object> values) {
        submit("npo-in", "npo-liaison", task, values);
    }

    private void submit(String user, String group, String task, Map<String, Object> values) {
        String id =
                tasks.createTaskQuery().taskDefinitionKey(task).singleResult().getId();
        identity.setAuthentication(user, List.of(group), List.of("IN"));
        try {
            forms.getTaskFormVariables(id);
            forms.submitTaskForm(id, new HashMap<>(values));
        } finally {
            identity.clearAuthentication();
        }
    }

    private static void at(String time) {
        ClockUtil.setCurrentTime(Date.from(OffsetDateTime.parse(time).toInstant()));
    }
}
