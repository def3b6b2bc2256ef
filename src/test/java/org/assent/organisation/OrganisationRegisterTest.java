package org.assent.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.scheme.OfficeLevel;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The offices the desk begins with, and the people of the demonstration in them. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class OrganisationRegisterTest {

    @Autowired
    OrganisationRegister organisations;

    @Autowired
    IdentityService identity;

    @Test
    void the_ten_ministries_that_signed_first_stand_under_the_cabinet_division() {
        assertThat(organisations.children("cabinet"))
                .extracting(OrganisationFacts::code)
                .containsExactlyInAnyOrder(
                        "roads",
                        "home",
                        "textiles",
                        "energy",
                        "industries",
                        "commerce",
                        "housing",
                        "bridges",
                        "social-welfare",
                        "erd");
        assertThat(organisations.ministries()).hasSize(10).allSatisfy(ministry -> {
            assertThat(ministry.ministry()).isEqualTo(ministry.code());
            assertThat(ministry.bengaliName()).containsPattern("\\p{InBengali}");
            assertThat(ministry.active()).isTrue();
        });
        assertThat(organisations.withTenant()).hasSize(11);
    }

    @Test
    void a_field_office_belongs_to_the_ministry_of_its_department() {
        OrganisationFacts office = organisations.organisation("bsti-chattogram");

        assertThat(office.level()).isEqualTo(OfficeLevel.FIELD_OFFICE);
        assertThat(office.parent()).isEqualTo("bsti");
        assertThat(organisations.tenant("bsti-chattogram")).isEqualTo("industries");
        assertThat(organisations.organisation("bsti").headTitle()).isEqualTo("Director General");
    }

    @Test
    void an_office_that_nobody_knows_is_refused() {
        assertThat(organisations.find("nowhere")).isEmpty();
        assertThatThrownBy(() -> organisations.organisation("nowhere"))
                .isInstanceOf(Refusal.class)
                .hasMessage("There is no office with the code given.");
    }

    @Test
    void people_are_known_by_their_office() {
        assertThat(organisations.isOfTeam("industries-apa", "industries")).isTrue();
        assertThat(organisations.isOfTeam("industries-head", "industries")).isFalse();
        assertThat(organisations.isHead("industries-head", "industries")).isTrue();
        assertThat(organisations.isOfTeam("industries-apa", "commerce")).isFalse();
        assertThat(organisations.isHead("cabinet-secretary", "cabinet")).isTrue();
        assertThat(organisations.ofGroups(List.of("bsti-apa-team", "bsti-heads", "apa-teams", "npo-heads")))
                .extracting(OrganisationFacts::code)
                .containsExactly("bsti");
    }

    @ParameterizedTest
    @CsvSource({
        "industries-apa, apa-teams, industries-apa-team, industries",
        "industries-head, office-heads, industries-heads, industries",
        "bsti-chattogram-apa, apa-teams, bsti-chattogram-apa-team, industries",
        "cabinet-secretary, cabinet-secretary, cabinet-heads, cabinet",
        "erd-head, office-heads, erd-heads, erd"
    })
    void the_people_of_an_office_have_its_group_and_its_ministry_s_tenant(
            String user, String role, String group, String tenant) {
        assertThat(identity.createGroupQuery().groupMember(user).list())
                .extracting(Group::getId)
                .contains(role, group);
        assertThat(identity.createTenantQuery().userMember(user).list())
                .extracting(Tenant::getId)
                .containsExactly(tenant);
    }

    @Test
    void the_cabinet_division_reads_every_ministry_and_no_economy() {
        assertThat(identity.createTenantQuery().groupMember("cabinet-reviewers").list())
                .extracting(Tenant::getId)
                .hasSize(11)
                .contains("industries", "erd")
                .doesNotContain("BD");
        assertThat(identity.createTenantQuery()
                        .groupMember("programme-officers")
                        .list())
                .extracting(Tenant::getId)
                .hasSize(21)
                .doesNotContain("industries");
        assertThat(identity.createTenantQuery().groupMember("auditors").count()).isEqualTo(32);
    }
}
