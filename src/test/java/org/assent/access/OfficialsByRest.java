package org.assent.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** What officials of the demonstration get when they ask the engine's API. */
record OfficialsByRest(TestRestTemplate web) {

    List<Map<String, Object>> tasks(String user) {
        return List.of(web.withBasicAuth(user, "demo").getForObject("/engine-rest/task", Map[].class)).stream()
                .map(row -> (Map<String, Object>) (Map<?, ?>) row)
                .toList();
    }

    /** How many tasks Tasklist's filter “My tasks” shows. */
    int work(String user) {
        Map<?, ?>[] filters = web.withBasicAuth(user, "demo").getForObject("/engine-rest/filter", Map[].class);
        return count(web.withBasicAuth(user, "demo")
                .postForObject("/engine-rest/filter/" + filters[0].get("id") + "/count", json("{}"), String.class));
    }

    static int count(String answer) {
        return Integer.parseInt(answer.replaceAll("\\D", ""));
    }

    int status(String user, HttpMethod method, String address, String body) {
        return web.withBasicAuth(user, "demo")
                .exchange(address, method, json(body), String.class)
                .getStatusCode()
                .value();
    }

    String body(String user, String address) {
        return String.valueOf(web.withBasicAuth(user, "demo")
                .getForEntity(address, String.class)
                .getBody());
    }

    static HttpEntity<String> json(String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return new HttpEntity<>(body, headers);
    }
}
