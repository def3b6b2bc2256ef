package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assent.engine.HousePasswords;
import org.assent.engine.Refusal;
import org.assent.fence.Fence;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;

/** The doors are looked at as they are, and once each with a door taken out. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
@ExtendWith(OutputCaptureExtension.class)
class AccessFencesTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    @Qualifier("springSecurityFilterChain")
    jakarta.servlet.Filter doors;

    @Autowired
    List<Fence> fences;

    @Autowired
    List<FilterRegistrationBean<?>> filters;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Environment environment;

    @Autowired
    JdbcTemplate database;

    @Autowired
    EngineUsers users;

    @Autowired
    ObjectProvider<MoreRights> more;

    @Autowired
    TestRestTemplate web;

    @AfterEach
    void nobodyCalls() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void every_row_has_its_fence() {
        assertThat(fences.stream().map(Fence::row).distinct())
                .containsExactlyInAnyOrder(
                        "1",
                        "2",
                        "3",
                        "4",
                        "5",
                        "6",
                        "7",
                        "8",
                        "9",
                        "10",
                        "11",
                        "12",
                        "13",
                        "14",
                        "15",
                        "16",
                        "17",
                        "18",
                        "CVE-2026-109432",
                        "CVE-2026-77226");
    }

    @Test
    void every_fence_stands() {
        assertThat(fences).allSatisfy(fence -> {
            var state = fence.state();
            assertThat(state.whole()).as(fence.row() + ": " + state.sentence()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "3", "17", "18", "CVE-2026-77226"})
    void without_spring_security_in_front_this_fence_is_broken(String row) {
        jakarta.servlet.Filter open = (request, response, chain) -> chain.doFilter(request, response);
        var looking = new AccessFences(engine, open);
        var fence =
                switch (row) {
                    case "1" -> looking.loginFence();
                    case "3" -> looking.sessionFence();
                    case "17" -> looking.pagesFence(environment);
                    case "18" -> looking.guessingFence(environment);
                    default -> looking.setUpFence();
                };

        assertThat(fence.state().whole()).as(fence.state().sentence()).isFalse();
    }

    @Test
    void row_1_is_broken_without_authorization() {
        engine.getProcessEngineConfiguration().setAuthorizationEnabled(false);
        try {
            assertBroken("1");
        } finally {
            engine.getProcessEngineConfiguration().setAuthorizationEnabled(true);
        }
    }

    @Test
    void row_2_is_broken_by_an_administrator_whose_password_is_the_id_or_who_stands_in_the_settings() {
        var identity = engine.getIdentityService();
        var lazy = identity.newUser("lazy");
        lazy.setPassword("lazy");
        HousePasswords.saveWithAnyPassword(identity, lazy);
        identity.createMembership("lazy", "camunda-admin");
        try {
            assertBroken("2");
        } finally {
            identity.deleteUser("lazy");
        }
        assertThat(new AccessFences(engine, doors)
                        .passwordsFence(new MockEnvironment().withProperty("camunda.bpm.admin-user.id", "admin"))
                        .state()
                        .whole())
                .isFalse();
        engine.getProcessEngineConfiguration().setEnablePasswordPolicy(false);
        try {
            assertBroken("2");
        } finally {
            engine.getProcessEngineConfiguration().setEnablePasswordPolicy(true);
        }
    }

    @ParameterizedTest
    @CsvSource({"demo", "password1234", "new-official-1"})
    void a_weak_password_is_refused_by_rest_in_a_sentence(String password) {
        var answer = post(
                "/engine-rest/user/create",
                "{\"profile\":{\"id\":\"new-official\",\"firstName\":\"New\",\"lastName\":\"Official\"},\"credentials\":{\"password\":\""
                        + password + "\"}}");

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(422);
        assertThat(answer.getBody()).contains("12 characters");
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userId("new-official")
                        .count())
                .isZero();
    }

    @Test
    void row_4_is_broken_by_a_right_to_deploy() {
        Authorization row = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setGroupId("accounts");
        row.setResource(Resources.DEPLOYMENT);
        row.setResourceId("*");
        row.addPermission(Permissions.CREATE);
        engine.getAuthorizationService().saveAuthorization(row);
        try {
            assertBroken("4");
        } finally {
            engine.getAuthorizationService().deleteAuthorization(row.getId());
        }
    }

    @Test
    void row_14_is_broken_when_the_web_apps_keep_groups() {
        assertThat(new AccessFences(engine, doors)
                        .staleGroupsFence(
                                users,
                                new MockEnvironment().withProperty("camunda.bpm.webapp.auth.cache.ttl-enabled", "true"),
                                transactions)
                        .state()
                        .whole())
                .isFalse();
        EngineUsers forgetful = new EngineUsers(engine.getIdentityService(), more) {
            @Override
            public MoreRights.Rights of(String user) {
                return new MoreRights.Rights(List.of(), List.of());
            }
        };
        assertThat(new AccessFences(engine, doors)
                        .staleGroupsFence(forgetful, environment, transactions)
                        .state()
                        .whole())
                .isFalse();
    }

    @Test
    void row_18_is_broken_when_an_account_may_be_tried_for_ever() {
        var settings =
                (org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        int most = settings.getLoginMaxAttempts();
        settings.setLoginMaxAttempts(1000);
        try {
            assertBroken("18");
        } finally {
            settings.setLoginMaxAttempts(most);
        }
    }

    @Test
    void the_log_tells_of_everybody_who_is_refused_but_not_of_the_self_check_s_own_tries(CapturedOutput log) {
        var fence = fences.stream()
                .filter(one -> one.row().equals("18"))
                .findFirst()
                .orElseThrow()
                .state();
        assertThat(fence.whole()).as(fence.sentence()).isTrue();
        assertThat(web.withBasicAuth("nobody-of-this-name", "wrong")
                        .getForEntity("/engine-rest/engine", String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(401);

        assertThat(log.getAll())
                .doesNotContain("192.0.2.77")
                .containsPattern("WARN .*Login refused from (127.0.0.1|0:0:0:0:0:0:0:1) for an unknown user");
    }

    @Test
    void the_hole_of_the_setup_page_is_open_when_no_administrator_is_left() {
        List<String> members = database.queryForList(
                "select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'", String.class);
        assertThat(members).isNotEmpty();
        database.update("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'");
        try {
            assertBroken("CVE-2026-77226");
        } finally {
            members.forEach(member -> database.update(
                    "insert into ACT_ID_MEMBERSHIP (USER_ID_, GROUP_ID_) values (?, 'camunda-admin')", member));
        }
    }

    @Test
    void the_last_administrator_can_neither_leave_nor_be_removed() {
        var identity = engine.getIdentityService();
        assertThatThrownBy(() -> identity.deleteMembership("admin", "camunda-admin"))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> identity.deleteUser("admin")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> identity.deleteGroup("camunda-admin")).isInstanceOf(Refusal.class);

        var answer = web.withBasicAuth("admin", "demo")
                .exchange("/engine-rest/group/camunda-admin/members/admin", HttpMethod.DELETE, null, String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(422);
        assertThat(identity.createUserQuery().memberOfGroup("camunda-admin").count())
                .isEqualTo(1);
    }

    @Test
    void the_hole_of_expressions_is_open_when_the_filter_is_missing_on_a_root() {
        var onlyRest = filters.stream()
                .filter(registration -> !(registration.getFilter() instanceof ExpressionFence))
                .toList();

        assertThat(new AccessFences(engine, doors)
                        .expressionsFence(onlyRest)
                        .state()
                        .whole())
                .isFalse();
    }

    @Test
    void the_log_of_operations_is_not_edited_by_rest_even_by_an_administrator() {
        var entry =
                engine.getHistoryService().createUserOperationLogQuery().list().get(0);
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        for (String change : List.of("set-annotation", "clear-annotation")) {
            var answer = web.withBasicAuth("admin", "demo")
                    .exchange(
                            "/engine-rest/history/user-operation/" + entry.getOperationId() + "/" + change,
                            HttpMethod.PUT,
                            new HttpEntity<>("{\"annotation\":\"not me\"}", headers),
                            String.class);
            assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(422);
            assertThat(answer.getBody()).contains("stays on record");
        }
    }

    private void assertBroken(String row) {
        assertThat(fences.stream().filter(fence -> fence.row().equals(row)).map(Fence::state))
                .anySatisfy(
                        state -> assertThat(state.whole()).as(state.sentence()).isFalse());
    }

    private org.springframework.http.ResponseEntity<String> post(String path, String json) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return web.withBasicAuth("admin", "demo").postForEntity(path, new HttpEntity<>(json, headers), String.class);
    }
}
