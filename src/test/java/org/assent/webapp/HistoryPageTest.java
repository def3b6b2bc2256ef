package org.assent.webapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assent.access.EngineUsers;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.assent.history.LookBook;
import org.assent.history.LookFacts;
import org.assent.history.ScreenedFixture;
import org.assent.history.ScreenedFixture.Screened;
import org.assent.history.Table;
import org.assent.nomination.NominationRegister;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** The history is the auditors', candidates' names are theirs alone, and what they look at is written down first. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class HistoryPageTest {

    @Autowired
    HistoryPage page;

    @Autowired
    HistoryCasePage casePage;

    @Autowired
    HistoryFiles files;

    @Autowired
    ScreenedFixture fixture;

    @Autowired
    NominationRegister nominations;

    @Autowired
    LookBook looks;

    @Autowired
    IdentityService identity;

    @Autowired
    RuntimeService runtime;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "programme-officer",
                "secretary-general",
                "accounts",
                "npo-in",
                "industries-apa",
                "cabinet-secretary",
                "process-owner",
                "account-admin"
            })
    void nobody_else_sees_anything_of_it(String user) {
        Screened screened = fixture.finished();
        EngineUsers.actAs(identity, user);

        List<Runnable> doors = List.of(
                () -> page.search(fields()),
                () -> page.choices("screening"),
                () -> page.candidates("Perera"),
                () -> page.figures("screening", 0),
                () -> page.looks(),
                () -> page.operations(),
                () -> casePage.of(screened.id()),
                () -> files.give("csv", fields()));
        assertThat(doors).allSatisfy(door -> assertThatThrownBy(door::run).isInstanceOf(AuthorizationException.class));
        assertThat(looks.latest()).isEmpty();
    }

    @Test
    void an_auditor_learns_who_rejected_a_candidate_and_by_which_rule() {
        Screened screened = fixture.finished();
        String name =
                nominations.candidate(screened.code(), "IN-2").orElseThrow().displayName();
        EngineUsers.actAs(identity, "auditor");

        Table found = table(page.candidates(name));

        assertThat(found.rows())
                .filteredOn(row -> row.get(0).text().contains("(IN-2)"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get(2).text()).isEqualTo("Not eligible");
                    assertThat(row.get(3).text()).contains("no English");
                    assertThat(row.get(4).text()).startsWith("the table, without an officer");
                    assertThat(row.get(5).text()).contains("May this candidate be considered?, version", "noEnglish");
                    assertThat(row.get(5).link()).isEqualTo(screened.id());
                });
        assertThat(looks.latest())
                .extracting(LookFacts::about)
                .singleElement()
                .asString()
                .contains("IN-2 in " + screened.code())
                .doesNotContain(name);
    }

    @Test
    void a_case_answers_what_auditors_ask_before_they_read_all_of_it() {
        Screened screened = fixture.finished();
        EngineUsers.actAs(identity, "auditor");

        Map<String, Object> shown = casePage.of(screened.id());

        assertThat(texts(shown, "acted")).contains("Secretary", ScreenedFixture.ORDER, "programme-officer");
        assertThat(texts(shown, "changed")).contains("suspend", "Administrator");
        assertThat(texts(shown, "dates")).contains("Nomination of India", "in time", "not announced");
        assertThat(texts(shown, "decisions")).contains("candidate IN-2", "noEnglish");
        assertThat(shown.get("facts").toString())
                .contains(
                        "Model in force", "Review the selection version", "May this candidate be considered? version");
        assertThat(looks.latest()).extracting(LookFacts::by, LookFacts::kind).hasSize(1);
    }

    @Test
    void an_economy_is_found_by_its_name_and_a_link_beyond_the_last_page_shows_that_one() {
        String key = fixture.finished().code();
        runtime.startProcessInstanceByKey("nomination", key + "/FJ", Map.of("economy", "FJ", "projectCode", key));
        EngineUsers.actAs(identity, "auditor");

        Map<String, Object> found = page.search(new Fields(Map.of("text", "fiji", "key", key, "page", "99")));

        assertThat(found.get("total")).isEqualTo(1L);
        assertThat(found.get("page")).isEqualTo(1);
        assertThat(table(found).rows()).hasSize(1);
    }

    @Test
    void a_case_tells_its_steps_in_words_and_what_was_done_in_order() {
        Screened screened = fixture.finished();
        EngineUsers.actAs(identity, "auditor");

        Map<String, Object> shown = casePage.of(screened.id());

        assertThat(texts(shown, "steps"))
                .doesNotContain("#multiInstanceBody")
                .doesNotContainPattern("text=[a-z]+[A-Z]");
        assertThat(texts(shown, "values")).doesNotContain("#multiInstanceBody");
        assertThat(texts(shown, "operations")).doesNotContain("duplicate filter enabled");
    }

    @Test
    void who_operates_the_engine_sees_cases_and_no_candidate() {
        Screened screened = fixture.finished();
        String name =
                nominations.candidate(screened.code(), "IN-1").orElseThrow().displayName();
        EngineUsers.actAs(identity, "admin");

        assertThat(casePage.of(screened.id()).toString()).doesNotContain(name);
        assertThatThrownBy(() -> page.candidates(name)).isInstanceOf(AuthorizationException.class);
    }

    @Test
    void an_auditor_reads_what_was_done_to_the_desk_as_a_whole() {
        EngineUsers.actAs(identity, "auditor");

        assertThat(table(page.operations()).rows())
                .anySatisfy(row -> assertThat(row).extracting(Table.Cell::text).contains("create", "deployment"));
    }

    @Test
    void what_was_typed_is_not_kept_with_the_note_of_it() {
        fixture.finished();
        EngineUsers.actAs(identity, "auditor");

        page.search(new Fields(Map.of(
                "key", "Perera", "text", "Anjali Perera", "value", "Anjali", "person", "Anjali", "house", "Perera")));

        assertThat(looks.latest()).singleElement().satisfies(look -> {
            assertThat(look.by()).isEqualTo("auditor");
            assertThat(look.about())
                    .contains("text (13 characters)")
                    .doesNotContain("Perera")
                    .doesNotContain("Anjali");
        });
    }

    @Test
    void an_economy_is_found_by_its_name_and_an_unknown_one_finds_nothing() {
        fixture.finished();
        EngineUsers.actAs(identity, "auditor");

        assertThat(page.search(new Fields(Map.of("house", "Nowhere")))).containsEntry("total", 0L);
        assertThatThrownBy(() -> page.search(new Fields(Map.of("from", "yesterday"))))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> casePage.of("no-such-case")).isInstanceOf(Refusal.class);
    }

    private static Fields fields() {
        return new Fields(Map.of());
    }

    private static Table table(Map<String, Object> answer) {
        return (Table) answer.get("table");
    }

    @SuppressWarnings("unchecked")
    private static String texts(Map<String, Object> page, String id) {
        return ((List<Table>) page.get("tables"))
                .stream()
                        .filter(table -> table.id().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .rows()
                        .toString();
    }
}
