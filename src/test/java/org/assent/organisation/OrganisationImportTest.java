package org.assent.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assent.engine.FreshDesk;
import org.assent.engine.HousePasswords;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;

/** Offices come in over HTTP, the whole file or nothing, and the groups and tenants of their people with them. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(FreshDesk.class)
class OrganisationImportTest {

    private static final String HEADING =
            "code,name,bengali_name,level,parent,apa_team,focal_point,head,team_address,head_address\n";
    private static final String MAIL = "apa@trial.example,head@trial.example\n";

    @Autowired
    TestRestTemplate web;

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    IdentityService identity;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void twoOfficialsWhomNoOfficeHas() {
        for (String id : List.of("trial-officer", "trial-officer-2")) {
            var user = identity.newUser(id);
            user.setFirstName("Trial");
            user.setLastName("Officer");
            user.setPassword("demo");
            HousePasswords.saveWithAnyPassword(identity, user);
        }
    }

    @AfterEach
    void asItWas() {
        for (String level : List.of("FIELD_OFFICE", "DEPARTMENT", "MINISTRY")) {
            // by the lowest first, because offices point at those above them
            while (database.update(
                            "delete from organisation where office_level = ? and code like 'trial%'"
                                    + " and code not in (select parent from organisation where parent is not null)",
                            level)
                    > 0) {
                // once more
            }
        }
        List.of("trial-officer", "trial-officer-2").forEach(identity::deleteUser);
        identity.deleteTenant("trial");
    }

    @Test
    void a_new_ministry_is_a_tenant_at_once_and_its_people_have_its_groups() {
        var answer = send(
                "cabinet-reviewer",
                "trial,Ministry of Trials,পরীক্ষা মন্ত্রণালয়,ministry,cabinet,trial-officer nobody-yet,trial-officer,trial-officer-2,"
                        + MAIL
                        + "trial-branch,Branch,,field office,trial,trial-officer-2,,," + MAIL);

        assertThat(answer.getBody()).isEqualTo(Map.of("added", 2, "changed", 0, "unchanged", 0));
        assertThat(organisations.organisation("trial-branch").ministry()).isEqualTo("trial");
        assertThat(groups("trial-officer")).containsExactlyInAnyOrder("apa-teams", "trial-apa-team");
        assertThat(groups("trial-officer-2"))
                .containsExactlyInAnyOrder("apa-teams", "office-heads", "trial-heads", "trial-branch-apa-team");
        assertThat(tenants("trial-officer")).containsExactly("trial");
        assertThat(identity.createGroupQuery()
                        .groupId("trial-heads")
                        .singleResult()
                        .getName())
                .isEqualTo("Head of Ministry of Trials");
        for (String reader : List.of("cabinet-reviewers", "national-committee", "auditors")) {
            assertThat(identity.createTenantQuery()
                            .groupMember(reader)
                            .tenantId("trial")
                            .count())
                    .as(reader)
                    .isEqualTo(1);
        }
        assertThat(identity.createTenantQuery()
                        .groupMember("programme-officers")
                        .tenantId("trial")
                        .count())
                .isZero();
    }

    @Test
    void who_leaves_an_office_loses_its_group_and_its_ministry() {
        send("admin", "trial,Trials,,ministry,,trial-officer trial-officer-2,,," + MAIL);

        var answer = send("admin", "trial,Trials,,ministry,,trial-officer-2,,," + MAIL);

        assertThat(answer.getBody()).isEqualTo(Map.of("added", 0, "changed", 1, "unchanged", 0));
        assertThat(groups("trial-officer")).isEmpty();
        assertThat(tenants("trial-officer")).isEmpty();
        assertThat(groups("trial-officer-2")).contains("trial-apa-team");
        assertThat(database.queryForObject(
                        "select field || ': ' || value_before || ' > ' || value_after from organisation_change where code = 'trial'",
                        String.class))
                .isEqualTo("apa_team: trial-officer trial-officer-2 > trial-officer-2");
    }

    /** Auditors read everything and change nothing, whoever would give them work. */
    @Test
    void an_auditor_whom_an_office_names_gets_no_work_and_their_colleagues_do() {
        identity.createMembership("trial-officer", "auditors");

        send("cabinet-reviewer", "trial,Trials,,ministry,,trial-officer trial-officer-2,,trial-officer," + MAIL);

        assertThat(groups("trial-officer")).containsExactly("auditors");
        assertThat(tenants("trial-officer")).isEmpty();
        assertThat(groups("trial-officer-2")).containsExactlyInAnyOrder("apa-teams", "trial-apa-team");
    }

    @Test
    void an_office_that_is_closed_keeps_nobody_and_one_that_is_not_named_stays() {
        send("admin", "trial,Trials,,ministry,,trial-officer,,," + MAIL);

        ResponseEntity<Map<String, Object>> answer = post(
                "admin",
                (HEADING.strip() + ",active\ntrial,Trials,,ministry,,trial-officer,,," + MAIL.strip() + ",no\n")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(answer.getBody()).containsEntry("changed", 1);
        assertThat(organisations.organisation("trial").active()).isFalse();
        assertThat(groups("trial-officer")).isEmpty();
        assertThat(organisations.organisation("industries").active()).isTrue();
    }

    @Test
    void an_import_is_on_record_with_who_and_when() {
        send("cabinet-reviewer", "trial,Trials,,ministry,,,,," + MAIL);

        assertThat(database.queryForObject(
                        "select imported_by || ' ' || added || ' ' || length(sha256) from organisation_import"
                                + " where imported_at is not null",
                        String.class))
                .isEqualTo("cabinet-reviewer 1 64");
    }

    @Test
    void one_bad_line_refuses_the_file_and_every_bad_line_is_told() {
        var answer = send(
                "cabinet-reviewer",
                "trial,Trials,,ministry,cabinet,,,," + MAIL + "trial-x,=1,,department,trial,,,," + MAIL
                        + "X,X,,ministry,,,,," + MAIL);

        assertThat(answer.getStatusCode().value()).isEqualTo(422);
        assertThat(answer.getBody())
                .containsEntry("message", "Nothing was taken, because 2 things are wrong.")
                .extractingByKey("problems")
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .hasSize(2)
                .first()
                .isEqualTo(Map.of(
                        "line",
                        3,
                        "sentence",
                        "The name begins with a character that a spreadsheet would take for a formula."));
        assertThat(organisations.find("trial")).isEmpty();
        assertThat(database.queryForObject("select count(*) from organisation_import", Integer.class))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"industries-apa", "industries-head", "programme-officer", "npo-bd", "auditor"})
    void others_import_no_office(String user) {
        var answer = send(user, "trial,Trials,,ministry,," + user + ",,," + MAIL);

        assertThat(answer.getStatusCode().value()).isEqualTo(403);
        assertThat(answer.getBody())
                .containsEntry(
                        "message", "Offices are imported by administrators and reviewers of the Cabinet Division.");
        assertThat(organisations.find("trial")).isEmpty();
    }

    @Test
    void a_file_that_is_too_large_or_no_csv_is_refused() {
        byte[] large = new byte[16 * 1024 * 1024 + 1];
        java.util.Arrays.fill(large, (byte) 'x');

        assertThat(post("admin", large).getStatusCode().value()).isEqualTo(413);
        HttpHeaders json = new HttpHeaders();
        json.set(HttpHeaders.CONTENT_TYPE, "application/json");
        assertThat(web.withBasicAuth("admin", "demo")
                        .postForEntity("/api/organisations", new HttpEntity<>("{}", json), Map.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(415);
    }

    @Test
    void twenty_four_thousand_offices_come_in_one_pass() {
        StringBuilder offices = new StringBuilder("trial,Trials,,ministry,cabinet,,,," + MAIL);
        for (int i = 0; i < 400; i++) {
            offices.append("trial-d%1$d,Department %1$d,অধিদপ্তর,department,trial,trial-officer,,,".formatted(i))
                    .append(MAIL);
        }
        for (int i = 0; i < 23_600; i++) {
            offices.append("trial-f%d,Upazila office,উপজেলা কার্যালয়,field office,trial-d%d,u%d-a;u%d-b,,u%d-h,"
                            .formatted(i, i % 400, i, i, i))
                    .append(MAIL);
        }

        Instant start = Instant.now();
        var first = send("cabinet-reviewer", offices.toString());
        Duration importing = Duration.between(start, Instant.now());
        var second = send("cabinet-reviewer", offices.toString());

        assertThat(first.getBody()).isEqualTo(Map.of("added", 24_001, "changed", 0, "unchanged", 0));
        assertThat(second.getBody()).isEqualTo(Map.of("added", 0, "changed", 0, "unchanged", 24_001));
        assertThat(groups("trial-officer")).hasSize(401);
        // seconds on a quiet machine; a busy one may take longer, a query per office would take minutes
        assertThat(importing).isLessThan(Duration.ofSeconds(60));
    }

    private ResponseEntity<Map<String, Object>> send(String user, String lines) {
        return post(user, (HEADING + lines).getBytes(StandardCharsets.UTF_8));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ResponseEntity<Map<String, Object>> post(String user, byte[] csv) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_TYPE, "text/csv");
        return (ResponseEntity) web.withBasicAuth(user, "demo")
                .postForEntity("/api/organisations", new HttpEntity<>(csv, headers), Map.class);
    }

    private List<String> groups(String user) {
        return identity.createGroupQuery().groupMember(user).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<String> tenants(String user) {
        return identity.createTenantQuery().userMember(user).list().stream()
                .map(Tenant::getId)
                .toList();
    }
}
