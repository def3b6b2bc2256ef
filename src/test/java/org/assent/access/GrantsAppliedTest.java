package org.assent.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's rows are what access.yaml says, whatever was done to them by hand, and however many offices there are. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "assent.test.desk=access")
class GrantsAppliedTest {

    @Autowired
    AccessSetup setup;

    @Autowired
    ProvidedUsers provided;

    @Autowired
    AuthorizationService grants;

    @Autowired
    IdentityService identity;

    @Autowired
    TestRestTemplate web;

    @Autowired
    JdbcTemplate database;

    @AfterEach
    void asItWas() {
        for (String level : new String[] {"FIELD_OFFICE", "DEPARTMENT", "MINISTRY"}) {
            database.update("delete from organisation where office_level = ? and code like 'manyoffices%'", level);
        }
        identity.createGroupQuery()
                .groupNameLike("%Manyoffices%")
                .list()
                .forEach(group -> identity.deleteGroup(group.getId()));
        identity.deleteTenant("manyoffices");
        setup.afterSingletonsInstantiated();
    }

    @Test
    void there_is_no_row_that_the_file_does_not_ask_for() {
        Map<GrantRow.Key, Integer> wanted = new TreeMap<>(java.util.Comparator.comparing(GrantRow.Key::toString));
        WantedRows.of(AccessSetup.read()).values().forEach(row -> wanted.put(row.key(), row.permissions()));

        Map<GrantRow.Key, Integer> found = rows();

        assertThat(found).containsAllEntriesOf(wanted);
        found.keySet().removeAll(wanted.keySet());
        assertThat(found.keySet())
                .as("beside the file there is the one filter for everybody")
                .extracting(GrantRow.Key::toString)
                .singleElement()
                .asString()
                .startsWith("everybody on filter ");
    }

    @Test
    void nobody_is_a_member_of_a_group_that_the_desk_lends_by_hand_or_by_a_provider() {
        identity.createMembership("accounts", "acting-project");

        setup.afterSingletonsInstantiated();

        assertThat(identity.createGroupQuery().groupMember("accounts").list())
                .extracting(Group::getId)
                .containsExactly("accounts");
        assertThat(provided.groups())
                .contains("npo-liaison", "auditors")
                .noneMatch(group -> group.startsWith("acting-"));
    }

    @Test
    void what_was_granted_by_hand_is_taken_away_at_the_next_start_and_what_was_taken_is_given_back() {
        Map<GrantRow.Key, Integer> before = rows();
        grant(null, "npo-liaison", Resources.PROCESS_DEFINITION, "*", ProcessDefinitionPermissions.READ_INSTANCE);
        grant("npo-lk", null, Resources.AUTHORIZATION, "*", Permissions.ALL);
        grant("npo-lk", null, Resources.FILTER, "*", Permissions.READ);
        grant("npo-lk", null, Resources.FILTER, "some-filter", Permissions.READ, Permissions.UPDATE);
        Authorization barred = grants.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
        barred.setGroupId("auditors");
        barred.setResource(Resources.DEPLOYMENT);
        barred.setResourceId("*");
        barred.removePermission(Permissions.READ);
        grants.saveAuthorization(barred);
        Authorization less = of("auditors", Resources.PROCESS_DEFINITION, "project");
        less.setPermissions(new Permission[] {ProcessDefinitionPermissions.READ});
        grants.saveAuthorization(less);
        Authorization more = of("process-owners", Resources.DEPLOYMENT, "*");
        more.addPermission(Permissions.DELETE);
        grants.saveAuthorization(more);
        grants.deleteAuthorization(of("programme-officers", Resources.PROCESS_DEFINITION, "screening")
                .getId());
        assertThat(rows()).isNotEqualTo(before);

        setup.afterSingletonsInstantiated();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_list_of_tasks_that_one_deputy_was_shown_stays() {
        Authorization shown = grant("npo-lk", null, Resources.FILTER, "a-colleague-s-work", Permissions.READ);

        setup.afterSingletonsInstantiated();

        assertThat(grants.createAuthorizationQuery()
                        .authorizationId(shown.getId())
                        .count())
                .isEqualTo(1);
        grants.deleteAuthorization(shown.getId());
    }

    @Test
    void three_hundred_offices_with_people_add_groups_and_no_row() {
        Map<GrantRow.Key, Integer> before = rows();
        long groups = identity.createGroupQuery().count();
        String csv = "code,name,bengali_name,level,parent,apa_team,focal_point,head,team_address,head_address\n"
                + "manyoffices,Ministry of Manyoffices,,ministry,cabinet,npo-lk,,,a@example.org,b@example.org\n"
                + IntStream.range(0, 300)
                        .mapToObj(number ->
                                "manyoffices-%d,Manyoffices %d,,field office,manyoffices,npo-lk,,npo-np,a@example.org,b@example.org"
                                        .formatted(number, number))
                        .collect(Collectors.joining("\n"));

        HttpHeaders type = new HttpHeaders();
        type.setContentType(MediaType.parseMediaType("text/csv"));
        var answer = web.withBasicAuth("cabinet-reviewer", "demo")
                .postForEntity(
                        "/api/organisations",
                        new HttpEntity<>(csv.getBytes(StandardCharsets.UTF_8), type),
                        String.class);

        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(200);
        assertThat(identity.createGroupQuery().count()).isEqualTo(groups + 601);
        assertThat(rows()).isEqualTo(before).hasSizeLessThan(400);
    }

    private Authorization grant(String user, String group, Resource resource, String id, Permission... permissions) {
        Authorization row = grants.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        row.setUserId(user);
        row.setGroupId(group);
        row.setResource(resource);
        row.setResourceId(id);
        row.setPermissions(permissions);
        return grants.saveAuthorization(row);
    }

    private Authorization of(String group, Resource resource, String id) {
        return grants.createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(id)
                .singleResult();
    }

    private Map<GrantRow.Key, Integer> rows() {
        Map<GrantRow.Key, Integer> rows = new TreeMap<>(java.util.Comparator.comparing(GrantRow.Key::toString));
        grants.createAuthorizationQuery().list().stream()
                .map(GrantRow::of)
                .forEach(row -> rows.put(row.key(), row.permissions()));
        return rows;
    }
}
