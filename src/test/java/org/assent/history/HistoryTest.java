package org.assent.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.assent.engine.CaseHistories;
import org.assent.engine.CaseHistory;
import org.assent.engine.CaseLine;
import org.assent.engine.DrawnModels;
import org.assent.engine.FreshDesk;
import org.assent.engine.HistoryFigures;
import org.assent.engine.HistoryQueries;
import org.assent.engine.HistorySearch;
import org.assent.engine.ProcessFigures;
import org.assent.history.ScreenedFixture.Screened;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the history tells of a finished screening, and the files that can be taken away of it. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class HistoryTest {

    /** Cells and keys that would do harm if a file took them for more than text. */
    private static final String HOSTILE = "=1+1 <script>alert(1)</script> & \u0001 \u202E]]>";

    @Autowired
    ScreenedFixture fixture;

    @Autowired
    HistoryQueries cases;

    @Autowired
    CaseHistories histories;

    @Autowired
    HistoryExports exports;

    @Autowired
    HistoryFigures figures;

    @Autowired
    DrawnModels models;

    @Autowired
    CaseTables tables;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcTemplate database;

    private Screened screened;

    @BeforeEach
    void aScreeningIsOver() {
        screened = fixture.finished();
    }

    @Test
    void a_case_is_found_by_everything_that_is_known_of_it() {
        Instant now = Instant.now();
        assertThat(found("key", screened.code().toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(screened.id());
        assertThat(found("process", "screening")).containsExactly(screened.id());
        assertThat(found("person", "programme-officer-2")).containsExactly(screened.id());
        // in whose name a task was done, and who suspended the case
        assertThat(found("person", "secretary-general")).containsExactly(screened.id());
        assertThat(found("person", "admin")).containsExactly(screened.id());
        assertThat(found("outcome", "selectionApproved")).containsExactly(screened.id());
        assertThat(found("step", "recordSelectionApproval")).containsExactly(screened.id());
        assertThat(found("value", "candidate", "IN-2")).containsExactly(screened.id());
        assertThat(found("value", "anyReferred", "false")).containsExactly(screened.id());
        assertThat(found("value", "nrOfInstances", "2")).containsExactly(screened.id());
        // a step's name, a comment
        assertThat(found("text", "hand the selection to")).containsExactly(screened.id());
        assertThat(found("text", "order no. " + ScreenedFixture.ORDER)).containsExactly(screened.id());
        assertThat(found("from", now.minus(1, ChronoUnit.DAYS).toString())).containsExactly(screened.id());

        assertThat(found("key", "%")).isEmpty();
        assertThat(found("key", screened.code() + "' or '1'='1")).isEmpty();
        assertThat(found("process", "nomination")).isEmpty();
        assertThat(found("person", "npo-in")).isEmpty();
        assertThat(found("outcome", HistorySearch.RUNNING)).isEmpty();
        assertThat(found("outcome", HistorySearch.CANCELLED)).isEmpty();
        assertThat(found("step", "decideReferred")).isEmpty();
        assertThat(found("value", "candidate", "IN-3")).isEmpty();
        assertThat(found("value", "anyReferred", "true")).isEmpty();
        assertThat(found("text", "no such word")).isEmpty();
        assertThat(found("from", now.plus(1, ChronoUnit.DAYS).toString())).isEmpty();
        assertThat(found("until", now.minus(3650, ChronoUnit.DAYS).toString())).isEmpty();
    }

    @Test
    void what_is_found_is_counted_sorted_and_paged_alike() {
        List<String> ids = List.of(
                screened.id(), fixture.finished().id(), fixture.finished().id());
        HistorySearch mine = new HistorySearch(
                "", "", List.of(), List.of(), List.of(), null, null, "", "", "", "", "", List.of(), null, ids, "key",
                false);

        assertThat(cases.count(mine)).isEqualTo(3);
        List<CaseLine> all = cases.find(mine, 0, 10);
        assertThat(all).extracting(CaseLine::key).isSorted().hasSize(3);
        assertThat(cases.find(mine, 2, 2)).containsExactly(all.get(2));
    }

    @Test
    void a_verdict_is_told_with_the_table_s_version_the_rule_and_whom_it_was_about() {
        CaseHistory history = history();

        assertThat(history.decisions())
                .filteredOn(decision -> decision.key().equals("eligibility"))
                .hasSize(2)
                .satisfiesExactly(
                        first -> assertThat(first.about().get(0).text()).isEqualTo("IN-1"), second -> {
                            assertThat(second.about().get(0).text()).isEqualTo("IN-2");
                            assertThat(second.version()).isPositive();
                            assertThat(second.outputs())
                                    .extracting(CaseHistory.Clause::rule)
                                    .containsOnly("noEnglish");
                            assertThat(second.outputs())
                                    .extracting(CaseHistory.Clause::value)
                                    .contains("INELIGIBLE");
                            assertThat(second.inputs())
                                    .extracting(CaseHistory.Clause::value)
                                    .contains("NONE");
                        });
    }

    @Test
    void a_task_s_life_names_who_claimed_it_for_whom_and_with_which_form() {
        CaseHistory.Task review = history().tasks().stream()
                .filter(task -> task.step().equals("reviewSelection"))
                .findFirst()
                .orElseThrow();

        assertThat(review.isActedFor()).isTrue();
        assertThat(review.owner()).isEqualTo("secretary-general");
        assertThat(review.assignee()).isEqualTo("programme-officer");
        assertThat(review.form()).isPositive();
        assertThat(review.life()).extracting(CaseHistory.Act::what).contains("Claim", "SetOwner", "Complete");
    }

    @Test
    void the_path_leads_through_the_arrows_that_were_taken_and_no_others() {
        CaseHistory history = history();
        var model = Objects.requireNonNull(models.version(history.line().definition()));

        assertThat(PathWalked.of(model, history.visits()))
                .contains(
                        "Flow_01",
                        "Flow_06",
                        "Flow_07",
                        "Flow_08",
                        "nobodyReferred",
                        "reviewComplete",
                        "approved",
                        "Flow_22")
                .doesNotContain("somebodyReferred", "Flow_11", "anotherChange", "selectionReturned");
    }

    @Test
    void event_logs_answer_to_the_published_schemas_and_agree_with_the_history() throws Exception {
        String running =
                runtime.startProcessInstanceByKey("screening", screened.code()).getId();
        List<CaseLine> lines = List.of(
                cases.find(screened.id()).orElseThrow(),
                cancelled(),
                cases.find(running).orElseThrow());
        int ended = EventLogs.ended(database, lines);
        assertThat(ended).isGreaterThan(20);

        assertThat(EventLogs.ends(exports.xes(lines))).isEqualTo(ended);
        JsonNode ocel = EventLogs.objectCentric(exports.ocel(lines));
        int moments = EventLogs.moments(database, lines);
        assertThat(moments).as("tasks begin, and one is open").isGreaterThan(ended + 3);
        assertThat(EventLogs.events(exports.xes(lines))).isEqualTo(moments);
        assertThat(ocel.path("events")).as("both logs hold the same").hasSize(moments);
        var ids = new TreeSet<String>();
        ocel.path("events").forEach(event -> ids.add(event.path("id").asText()));
        assertThat(ids).hasSize(moments);
        var objects = new TreeSet<String>();
        ocel.path("objects").forEach(object -> objects.add(object.path("id").asText()));
        assertThat(objects).contains(lines.get(0).id(), lines.get(1).id(), "official:secretary-general");
        ocel.path("events").forEach(event -> event.path("relationships").forEach(relationship -> assertThat(objects)
                .contains(relationship.path("objectId").asText())));
    }

    @Test
    void a_case_that_asked_no_table_tells_which_were_asked_beside_it() {
        String nomination = runtime.startProcessInstanceByKey(
                        "nomination",
                        screened.code() + "/LK",
                        java.util.Map.of("economy", "LK", "projectCode", screened.code()))
                .getId();
        CaseLine alone = cases.find(nomination).orElseThrow();
        assertThat(histories.decidedBeside(alone)).isEmpty();

        // as if one project had called both
        database.update("update ACT_HI_PROCINST set ROOT_PROC_INST_ID_ = ? where ID_ = ?", screened.id(), nomination);

        assertThat(histories.decidedBeside(cases.find(nomination).orElseThrow()))
                .anySatisfy(beside -> {
                    assertThat(beside.table()).isEqualTo("May this candidate be considered?");
                    assertThat(beside.version()).isPositive();
                    assertThat(beside.of()).isEqualTo(screened.id());
                    assertThat(beside.label()).isEqualTo("Screening of candidates " + screened.code());
                })
                .doesNotHaveDuplicates();
    }

    @Test
    void every_kind_of_step_is_told_in_an_official_s_words() throws Exception {
        var kinds = org.camunda.bpm.engine.ActivityTypes.class.getFields();
        assertThat(kinds).hasSizeGreaterThan(50);
        for (var kind : kinds) {
            String name = (String) kind.get(null);
            assertThat(Words.type(name))
                    .as(name)
                    .doesNotContainPattern("(?i)event|throw|catch|gateway|boundary|intermediate|script|process");
        }
    }

    /** Another case, ended from outside for a reason that is not harmless. */
    private CaseLine cancelled() {
        String id =
                runtime.startProcessInstanceByKey("screening", screened.code()).getId();
        runtime.deleteProcessInstance(id, HOSTILE);
        return cases.find(id).orElseThrow();
    }

    @Test
    void nothing_that_was_typed_becomes_a_formula_or_markup_in_a_file() throws IOException {
        CaseLine line = cancelled();
        assertThat(line.isCancelled()).isTrue();

        String csv = new String(
                SheetFile.csv(new Table("t", "T", "", List.of("A"), List.of(Table.row(HOSTILE)))),
                StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF\"A\"\r\n\"'=1+1");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(exports.excel(List.of(line), code -> HOSTILE)))) {
            assertThat(workbook.getSheet("Cases").getRow(1).getCell(3).getStringCellValue())
                    .startsWith("=1+1");
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(
                    cell -> assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING))));
        }
        byte[] pdf = exports.pdf(List.of(line), java.util.Map.of(), "auditor");
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(text).contains("Contents", "Timeline", "Operations", "<script>alert(1)</script>");
            assertThat(document.getDocumentInformation().getTitle()).contains(screened.code());
        }
    }

    @Test
    void a_workbook_holds_every_kind_of_record_of_each_case() throws IOException {
        byte[] file = exports.excel(List.of(cases.find(screened.id()).orElseThrow()), code -> code);

        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            List<String> sheets = new java.util.ArrayList<>();
            workbook.forEach(sheet -> sheets.add(sheet.getSheetName()));
            assertThat(sheets).hasSize(9).contains("Cases", "Timeline, Tokyo", "Comments and attachments, Tokyo");
            assertThat(workbook.getSheet("Decided by tables, Tokyo").getLastRowNum())
                    .isEqualTo(history().decisions().size());
        }
    }

    @Test
    void more_cases_than_a_file_holds_are_refused_in_words() {
        CaseLine line = cases.find(screened.id()).orElseThrow();

        assertThatThrownBy(() -> exports.pdf(java.util.Collections.nCopies(51, line), java.util.Map.of(), "auditor"))
                .hasMessageContaining("at most 50 cases");
        assertThatThrownBy(() -> exports.csv(List.of(), code -> code)).hasMessageContaining("no case to export");
    }

    @Test
    void figures_count_visits_ends_and_versions() {
        ProcessFigures all = figures.of("screening", 0);

        assertThat(all.steps())
                .filteredOn(step -> step.id().equals("reviewSelection"))
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.visits()).isGreaterThanOrEqualTo(1);
                    assertThat(step.ninetieth()).isGreaterThanOrEqualTo(step.median());
                });
        assertThat(all.outcomes()).anySatisfy(outcome -> {
            assertThat(outcome.id()).isEqualTo("selectionApproved");
            assertThat(outcome.name()).isEqualTo("Selection approved");
        });
        assertThat(all.versions()).isNotEmpty();
        assertThat(figures.of("screening", 9999).steps()).isEmpty();
    }

    @Test
    void times_of_projects_are_tokyo_s_and_times_of_agreements_dhaka_s() {
        Instant midnight = Instant.parse("2022-08-03T15:00:00Z");

        assertThat(CaseTime.of("screening").spelled(midnight)).isEqualTo("4 Aug 2022, 00:00:00 Tokyo");
        assertThat(CaseTime.of("review").spelled(midnight)).isEqualTo("3 Aug 2022, 21:00:00 Dhaka");
        assertThat(CaseTime.lasted(90_061_000L)).isEqualTo("1 d 1 h");
        assertThat(tables.of(history()).get(0).columns()).contains("When (Tokyo)");
    }

    private CaseHistory history() {
        return histories.of(List.of(cases.find(screened.id()).orElseThrow())).get(0);
    }

    /** Ids of this test's cases that a search by this one thing finds. */
    private List<String> found(String by, String... what) {
        String typed = what[0];
        HistorySearch search = new HistorySearch(
                by.equals("key") ? typed : "",
                by.equals("process") ? typed : "",
                List.of(),
                List.of(),
                by.equals("person") ? List.of(typed) : List.of(),
                by.equals("from") ? Instant.parse(typed) : null,
                by.equals("until") ? Instant.parse(typed) : null,
                by.equals("outcome") ? typed : "",
                by.equals("step") ? typed : "",
                by.equals("value") ? typed : "",
                by.equals("value") ? what[1] : "",
                by.equals("text") ? typed : "",
                List.of(),
                null,
                List.of(screened.id()),
                "start",
                true);
        List<String> ids = cases.find(search, 0, 10).stream().map(CaseLine::id).toList();
        assertThat(cases.count(search)).isEqualTo(ids.size());
        return ids;
    }
}
