package org.assent.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.assent.engine.FreshDesk;
import org.assent.engine.HousePasswords;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ExtendWith(FreshDesk.class)
class ScoreApiTest {

    private static final String EVALUATOR = "scores-evaluator";
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    @Autowired
    TestRestTemplate web;

    @Autowired
    IdentityService identity;

    @BeforeEach
    void somebodyMayEvaluate() {
        member("cabinet-reviewers");
    }

    @AfterEach
    void nobodyIsLeftBehind() {
        identity.deleteUser(EVALUATOR);
    }

    @Test
    void the_teaching_example_is_scored() throws Exception {
        JsonNode answer = scored(
                """
                ladder,direction,actual,weight,mode,evidence
                30/25/20/10/5,higher,15,50,interpolate,yes
                20/18/16/14/12,,18,30,,Annual report of the directorate
                500/450/400/300/250,HIGHER_IS_BETTER,600,20,,1
                """);

        assertThat(answer.get("composite").decimalValue()).isEqualTo(new BigDecimal("84.50"));
        assertThat(answer.get("weights").decimalValue()).isEqualByComparingTo("100");
        assertThat(answer.get("scores")).hasSize(3);
        assertThat(answer.at("/scores/0/line").intValue()).isEqualTo(2);
        assertThat(answer.at("/scores/0/raw").decimalValue()).isEqualByComparingTo("75");
        assertThat(answer.at("/scores/0/weighted").decimalValue()).isEqualTo(new BigDecimal("37.50"));
        assertThat(answer.at("/scores/0/explanation").textValue())
                .isEqualTo("15 lies between 10 (70) and 20 (80): 70 + 10 x (15 - 10) / (20 - 10) = 75.00."
                        + " Weighted: 75.00 x 50 / 100 = 37.50.");
        assertThat(answer.has("ignored")).isFalse();
    }

    @Test
    void columns_come_in_any_order_and_numbers_stay_exact() throws Exception {
        JsonNode answer = scored(
                """
                \ufeffEvidence ,Remarks, ACTUAL,Weight,LADDER
                yes,"one, of
                many",20 Jul,1,16 Jul / 31 Jul / - / - / -

                no,,20 Jul,1,16 Jul / 31 Jul
                register of 3 August,,16/07/2021,1,16/07/2021;31/07/2021
                ,,"9,500",১,"10,000|9,000"
                """);

        assertThat(answer.get("scores"))
                .extracting(score -> score.get("line").intValue())
                .containsExactly(2, 5, 6, 7);
        assertThat(answer.at("/scores/0/raw").toString()).isEqualTo("97.3333333333");
        assertThat(answer.at("/scores/0/rawExact").textValue()).isEqualTo("292/3");
        assertThat(answer.at("/scores/0/weighted").toString()).isEqualTo("0.97");
        assertThat(answer.at("/scores/0/weightedExact").textValue()).isEqualTo("73/75");
        assertThat(answer.at("/scores/1/raw").toString()).isEqualTo("0");
        assertThat(answer.at("/scores/1/explanation").textValue()).startsWith("No evidence was given");
        assertThat(answer.at("/scores/2/raw").toString()).isEqualTo("100");
        assertThat(answer.at("/scores/3/raw").toString())
                .as("a blank cell is no evidence")
                .isEqualTo("0");
        assertThat(answer.at("/scores/0/explanation").textValue())
                .endsWith("= 97.3333333333, shown as 97.33. Weighted: 97.3333333333 x 1 / 100 = 0.97.");
        assertThat(answer.get("composite").toString()).isEqualTo("1.97");
        assertThat(answer.get("compositeExact").textValue()).isEqualTo("148/75");
        assertThat(answer.get("ignored")).extracting(JsonNode::textValue).containsExactly("Remarks");
    }

    @Test
    void without_weights_all_lines_count_alike() throws Exception {
        JsonNode one = scored("ladder,actual\n60/55/50,57\n");
        JsonNode three = scored("ladder,actual\n60/55/50,57\n60/55/50,60\n60/55/50,49\n");

        assertThat(one.get("composite").toString()).isEqualTo("94.00");
        assertThat(one.at("/scores/0/weight").toString()).isEqualTo("100");
        assertThat(three.get("composite").toString()).isEqualTo("64.67");
        assertThat(three.get("weights").toString()).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "up,,94,INTERPOLATE",
        "increasing,linear,94,INTERPOLATE",
        "Higher is better,STEP,90,STEP",
        "higher-is-better,steps,90,STEP",
        ",Interpolate,94,INTERPOLATE"
    })
    void directions_and_modes_have_several_names(String direction, String mode, String raw, Mode read)
            throws Exception {
        JsonNode answer = scored("ladder;actual;direction;mode\n60/55/50;57;" + (direction == null ? "" : direction)
                + ";" + (mode == null ? "" : mode) + "\n");

        assertThat(answer.at("/scores/0/raw").toString()).isEqualTo(raw);
        assertThat(answer.at("/scores/0/mode").textValue()).isEqualTo(read.name());
        assertThat(answer.at("/scores/0/direction").textValue()).isEqualTo("HIGHER_IS_BETTER");
    }

    @Test
    void every_bad_line_is_named_and_nothing_is_half_answered() throws Exception {
        var answer = post(
                """
                ladder,direction,actual,weight,mode,evidence
                60/55/50,,57,2,,yes
                60/-/50,sideways,57,2,,yes
                60/55/50,lower,57,200,jump,yes
                60/55/50,,,2,,yes
                60/55/50,,1,234,2,,yes
                """);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        JsonNode body = JSON.readTree(answer.getBody());
        assertThat(body.get("message").textValue()).isEqualTo("Nothing was scored, because of lines 3, 4, 5, 6.");
        assertThat(body.has("scores")).isFalse();
        assertThat(body.get("lines"))
                .extracting(line -> line.get("line").intValue())
                .containsExactly(3, 4, 5, 6);
        assertThat(body.at("/lines/0/message").textValue())
                .isEqualTo("The direction must be higher or lower, or blank to follow the ladder.");
        assertThat(body.at("/lines/1/message").textValue())
                .contains("the indicator says the opposite", "The weight 200 must be", "The mode must be");
        assertThat(body.at("/lines/2/message").textValue()).isEqualTo("The actual figure is missing.");
        assertThat(body.at("/lines/3/message").textValue()).contains("more cells than there are headings");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            textBlock =
                    """
            ''                         @ The sheet is empty.
            '  '                       @ The sheet is empty.
            ladder,actual              @ no line to score
            60/55/50,57                @ must name the columns
            ladder,weight              @ must name the columns
            ladder,actual,Actual       @ twice
            ladder,actual,'"'open      @ quotation mark
            """)
    void a_sheet_that_is_none_is_refused_in_a_sentence(String sheet, String words) {
        assertThat(post(sheet))
                .satisfies(answer -> assertThat(answer.getStatusCode().value()).isEqualTo(422))
                .satisfies(
                        answer -> assertThat(answer.getBody()).contains(words).doesNotContain("Exception"));
    }

    @Test
    void what_is_no_utf_8_text_is_refused() {
        byte[] latin = "ladder,actual\n60/55,57é\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(post(EVALUATOR, "text/csv", latin).getBody()).contains("The sheet is not written in UTF-8.");
        assertThat(post(EVALUATOR, "text/csv; charset=iso-8859-1", latin).getBody())
                .contains("because of line 2")
                .contains("“57é”");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data;boundary=x"
            })
    void another_content_type_is_refused(String type) {
        var answer = post(EVALUATOR, type, "ladder,actual\n60/55,57\n".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getStatusCode().value()).isEqualTo(415);
        assertThat(answer.getBody()).contains("text/csv");
    }

    @Test
    void a_sheet_may_have_thirty_thousand_lines_and_a_megabyte() throws Exception {
        String lines = "60/55/50,57\n".repeat(30_000);

        JsonNode answer = scored("ladder,actual\n" + lines);
        var more = post("ladder,actual\n" + "1,1\n".repeat(30_001));
        var larger = post("ladder,actual\n" + " ".repeat(1024 * 1024));

        assertThat(answer.get("scores")).hasSize(30_000);
        assertThat(answer.get("composite").toString()).isEqualTo("94.00");
        assertThat(more.getStatusCode().value()).isEqualTo(413);
        assertThat(more.getBody()).contains("30,000 lines");
        assertThat(larger.getStatusCode().value()).isEqualTo(413);
        assertThat(larger.getBody()).contains("1 MB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"technical-committee", "national-committee", "apa-teams"})
    void whoever_may_evaluate_is_answered(String group) {
        identity.deleteMembership(EVALUATOR, "cabinet-reviewers");
        member(group);

        assertThat(post("ladder,actual\n60/55,57\n").getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void nobody_else_is() {
        byte[] sheet = "ladder,actual\n60/55,57\n".getBytes(StandardCharsets.UTF_8);

        for (String user : new String[] {"npo-lk", "programme-officer", "auditor"}) {
            var answer = post(user, "text/csv", sheet);
            assertThat(answer.getStatusCode().value()).isEqualTo(403);
            assertThat(answer.getBody()).contains("those who evaluate agreements");
        }
        assertThat(web.postForEntity("/api/scores", sheet, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    private void member(String group) {
        if (identity.createGroupQuery().groupId(group).count() == 0) {
            identity.saveGroup(identity.newGroup(group));
        }
        if (identity.createUserQuery().userId(EVALUATOR).count() == 0) {
            var user = identity.newUser(EVALUATOR);
            user.setPassword("demo");
            HousePasswords.saveWithAnyPassword(identity, user);
        }
        identity.createMembership(EVALUATOR, group);
    }

    private JsonNode scored(String csv) throws Exception {
        var answer = post(csv);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        return JSON.readTree(answer.getBody());
    }

    private ResponseEntity<String> post(String csv) {
        return post(EVALUATOR, "text/csv; charset=utf-8", csv.getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<String> post(String user, String type, byte[] csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, type);
        return web.withBasicAuth(user, "demo")
                .exchange("/api/scores", HttpMethod.POST, new HttpEntity<>(csv, headers), String.class);
    }
}
