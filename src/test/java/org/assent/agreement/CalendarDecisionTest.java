package org.assent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that says when each step of an agreement is due. */
class CalendarDecisionTest {

    private static final FiscalYear YEAR = FiscalYear.of("2023-24");

    @ParameterizedTest(name = "{0} {1}: {2} on {3}")
    @CsvFileSource(resources = "calendar.csv", numLinesToSkip = 1)
    void the_level_of_the_office_and_the_year_decide_when_a_step_is_due(
            String level, String year, String step, LocalDate day) {
        assertThat(CalendarLine.dates(CalendarTable.lines(level, year), FiscalYear.of(year)))
                .containsEntry(step, day);
    }

    @Test
    void the_table_has_two_inputs_two_outputs_twenty_rules_and_names_its_source() {
        var model = CalendarTable.model();

        assertThat(model.getModelElementsByType(Input.class)).hasSize(2);
        assertThat(model.getModelElementsByType(Output.class)).hasSize(2);
        assertThat(model.getModelElementsByType(Rule.class)).hasSize(20);
        assertThat(model.getModelElementsByType(DecisionTable.class))
                .extracting(DecisionTable::getHitPolicy)
                .containsExactly(HitPolicy.RULE_ORDER);
        assertThat(model.getModelElementsByType(Decision.class)
                        .iterator()
                        .next()
                        .getDescription()
                        .getTextContent())
                .contains("Sources:", "our assumption");
    }

    @ParameterizedTest
    @EnumSource
    void every_level_has_a_date_for_every_step_in_the_order_of_the_year(OfficeLevel level) {
        var dates = CalendarLine.dates(CalendarTable.lines(level.name(), "2023-24"), YEAR);

        assertThat(dates).containsOnlyKeys(CalendarStep.ALL);
        assertThat(List.of(
                                "draftDue",
                                "reviewDue",
                                "finalDraftDue",
                                "signingDue",
                                "revisionUntil",
                                "revisionDraftDue",
                                "revisionReviewDue",
                                "revisionSigningDue",
                                "q2Due",
                                "halfYearDue",
                                "q3Due",
                                "annualReportDue",
                                "evaluationDue",
                                "publicationDue")
                        .stream()
                        .map(dates::get)
                        .toList())
                .isSorted();
    }

    @Test
    void a_later_line_replaces_an_earlier_one() {
        List<CalendarLine> lines = new ArrayList<>(CalendarTable.lines("MINISTRY", "2023-24"));
        lines.add(new CalendarLine("annualReportDue", "ends 08-05"));

        assertThat(CalendarLine.dates(lines, YEAR)).containsEntry("annualReportDue", LocalDate.of(2024, 8, 5));
    }

    @Test
    void a_case_does_not_begin_without_all_its_dates() {
        List<CalendarLine> lines = CalendarTable.lines("MINISTRY", "2023-24").stream()
                .filter(line -> !line.step().equals("q2Due"))
                .toList();

        assertThatThrownBy(() -> CalendarLine.dates(lines, YEAR))
                .isInstanceOf(Refusal.class)
                .hasMessage("The calendar of agreements has no date for q2Due in 2023-24. A process owner can add it to"
                        + " the table.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "04-20", "begins 4-20", "begins 02-30", "ends 13-01", "during 04-20", "ends 2024-07-15"})
    void a_day_that_cannot_be_read_is_refused_for_the_process_owner_to_mend(String day) {
        assertThatThrownBy(() -> CalendarLine.dates(List.of(new CalendarLine("q1Due", day)), YEAR))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("no readable date for q1Due");
    }
}
