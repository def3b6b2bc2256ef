package org.assent.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest
@ExtendWith(FreshDesk.class)
class SchemeRegisterTest {

    @Autowired
    SchemeRegister schemes;

    @Autowired
    SchemeService service;

    @Autowired
    JdbcTemplate database;

    @Test
    void the_fiscal_year_decides_which_scheme_applies() {
        assertThat(codeFor("2014-15")).isEqualTo("classic");
        assertThat(codeFor("2020-21")).isEqualTo("classic");
        assertThat(codeFor("2021-22")).isEqualTo("gpms-2021");
        assertThat(codeFor("2024-25")).isEqualTo("gpms-2021");
    }

    @Test
    void the_last_scheme_known_applies_where_its_successor_is_not_known() {
        assertThat(codeFor("2025-26")).isEqualTo("gpms-2021");
        assertThat(codeFor("2031-32")).isEqualTo("gpms-2021");
    }

    @Test
    void a_year_before_agreements_existed_is_refused_in_words() {
        assertThatThrownBy(() -> codeFor("2013-14"))
                .isInstanceOf(Refusal.class)
                .hasMessage("No performance scheme is known for 2013-14: agreements were introduced in 2014-15.");
    }

    @Test
    void an_agreement_finds_the_version_it_was_drafted_under() {
        assertThat(schemes.all()).extracting(SchemeFacts::code).containsExactly("classic", "gpms-2021");
        assertThat(schemes.scheme("classic", 1).hash()).matches("[0-9a-f]{64}");
        assertThatThrownBy(() -> schemes.scheme("classic", 7)).isInstanceOf(Refusal.class);
        assertThat(database.queryForList("select code from performance_scheme order by code", String.class))
                .containsExactly("classic", "gpms-2021");
    }

    @Test
    void a_scheme_that_was_changed_under_its_old_version_stops_the_start() {
        String changed = SchemeFileTest.text("classic.yaml").replace("'Cover'", "'Front page'");

        assertThatThrownBy(() -> service.bring(List.of(SchemeFile.read("classic.yaml", changed))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("classic.yaml is not the classic version 1")
                .hasMessageContaining("raise its version");
    }

    @Test
    void the_same_scheme_with_other_line_ends_is_the_same() {
        String windows = SchemeFileTest.text("classic.yaml").replace("\n", "\r\n");

        assertThat(service.bring(List.of(SchemeFile.read("classic.yaml", windows))))
                .hasSize(2);
    }

    private String codeFor(String year) {
        return schemes.schemeFor(FiscalYear.of(year), OfficeLevel.MINISTRY).code();
    }
}
