package org.assent.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.assent.engine.FreshDesk;
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
class EarlierResultsApiTest {

    @Autowired
    TestRestTemplate web;

    @Autowired
    EvaluationRegister evaluations;

    @Test
    void the_cabinet_division_brings_the_results_of_earlier_years() {
        String list =
                """
                organisation,fiscal_year,score
                commerce,2020-21,65.76
                commerce,2019-20,88.5
                industries,2020-21,"91.00"
                """;
        assertThat(hand("cabinet-reviewer", list).getBody()).isEqualTo("{\"imported\":3}");
        assertThat(hand("cabinet-reviewer", list).getBody()).isEqualTo("{\"imported\":0}");

        assertThat(evaluations.trend("commerce"))
                .extracting(
                        point -> point.fiscalYear().toString(),
                        point -> point.score().toPlainString(),
                        TrendPoint::rank,
                        TrendPoint::imported)
                .containsExactly(tuple("2019-20", "88.50", null, true), tuple("2020-21", "65.76", null, true));
    }

    @Test
    void a_wrong_line_is_named_and_nothing_is_taken() {
        assertThat(refused("commerce,2020-21,65.76\nnowhere,2020-21,80"))
                .contains("Line 3: there is no office with the code nowhere.");
        assertThat(refused("commerce,2020-22,65.76")).contains("Line 2: A fiscal year is written with both its years");
        assertThat(refused("commerce,2020-21,101")).contains("Line 2: a score is a number from 0 to 100");
        assertThat(refused("commerce,2020-21,65.765")).contains("Line 2: a score");
        assertThat(refused("commerce,2020-21")).contains("Line 2: there must be three values.");
        assertThat(hand("cabinet-reviewer", "office,year\n").getBody()).contains("The first line must be");
        assertThat(evaluations.trend("commerce")).isEmpty();

        hand("cabinet-reviewer", "organisation,fiscal_year,score\ncommerce,2020-21,65.76");
        assertThat(refused("commerce,2020-21,66")).contains("is already known as 65.76.");
    }

    @Test
    void nobody_else_brings_results() {
        assertThat(hand("industries-apa", "organisation,fiscal_year,score\nindustries,2020-21,100")
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(evaluations.trend("industries")).isEmpty();
    }

    private String refused(String lines) {
        var answer = hand("cabinet-reviewer", "organisation,fiscal_year,score\n" + lines);
        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        return answer.getBody();
    }

    private ResponseEntity<String> hand(String user, String csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.CONTENT_TYPE, "text/csv");
        return web.withBasicAuth(user, "demo")
                .exchange("/api/results", HttpMethod.POST, new HttpEntity<>(csv, headers), String.class);
    }
}
