package org.assent.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.assent.scheme.SchemeFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an agreement refuses by itself. */
class AgreementTest {

    private static final FiscalYear YEAR = FiscalYear.of("2023-24");
    /** 23:59:59 on 30 September in Dhaka, and the next moment. */
    private static final Instant LAST_MOMENT = Instant.parse("2023-09-30T17:59:59Z");

    private static final Instant TOO_LATE = Instant.parse("2023-09-30T18:00:00Z");

    private final Agreement agreement = new Agreement(
            "industries",
            YEAR,
            OfficeLevel.MINISTRY,
            new SchemeFacts("gpms-2021", 1, "", YEAR, null, "", List.of(), "", Map.of()),
            "industries-apa",
            Instant.parse("2023-04-20T04:00:00Z"));

    @BeforeEach
    void schedule() {
        agreement.schedule(CalendarLine.dates(CalendarTable.lines("MINISTRY", "2023-24"), YEAR));
        agreement.enter(AgreementState.IN_FORCE, "cabinet-secretary", Instant.parse("2023-07-10T04:00:00Z"));
    }

    @Test
    void a_revision_may_be_asked_for_to_the_last_moment_of_30_september_in_dhaka() {
        assertThatCode(() -> agreement.askForRevision("The budget was cut", "industries-apa", LAST_MOMENT))
                .doesNotThrowAnyException();
        assertThat(agreement.revisions())
                .extracting(RevisionFacts::number, RevisionFacts::reason, RevisionFacts::state)
                .containsExactly(tuple(1, "The budget was cut", RevisionFacts.State.OPEN));
    }

    @Test
    void on_1_october_it_is_too_late_for_a_revision() {
        assertRefused("The budget was cut", TOO_LATE, "could be asked for until 30 September 2023.");
    }

    @Test
    void a_revision_without_a_reason_or_with_a_book_of_one_is_refused() {
        assertRefused("  ", LAST_MOMENT, "Please give the reason");
        assertRefused("x".repeat(4001), LAST_MOMENT, "too long");
    }

    @Test
    void two_revisions_are_not_under_way_at_once() {
        agreement.askForRevision("The budget was cut", "industries-apa", LAST_MOMENT);
        assertRefused("Once more", LAST_MOMENT, "Another revision");

        agreement.refuseRevision("cabinet-reviewer", LAST_MOMENT);
        agreement.askForRevision("Once more", "industries-apa", LAST_MOMENT);

        assertThat(agreement.revisions())
                .extracting(RevisionFacts::state)
                .containsExactly(RevisionFacts.State.REFUSED, RevisionFacts.State.OPEN);
    }

    @Test
    void only_what_is_in_force_is_revised() {
        agreement.enter(AgreementState.DRAFTING, "cabinet-reviewer", LAST_MOMENT);
        assertRefused("The budget was cut", LAST_MOMENT, "not in force yet");

        agreement.enter(AgreementState.PUBLISHED, "system", LAST_MOMENT);
        assertRefused("The budget was cut", LAST_MOMENT, "result of this agreement has been published");
    }

    @Test
    void a_revision_that_was_signed_after_the_result_does_not_come_into_force() {
        agreement.askForRevision("The budget was cut", "industries-apa", LAST_MOMENT);
        agreement.enter(AgreementState.PUBLISHED, "system", TOO_LATE);

        assertThatThrownBy(() -> agreement.adoptRevision("cabinet-secretary", TOO_LATE))
                .isInstanceOf(Refusal.class);
        assertThat(agreement.revisions()).extracting(RevisionFacts::state).containsExactly(RevisionFacts.State.OPEN);
    }

    @Test
    void a_draft_that_was_returned_is_due_by_its_own_date() {
        Agreement fresh = new Agreement(
                "industries",
                YEAR,
                OfficeLevel.MINISTRY,
                new SchemeFacts("gpms-2021", 1, "", YEAR, null, "", List.of(), "", Map.of()),
                "industries-apa",
                LAST_MOMENT);
        assertThat(fresh.draftStep()).isEqualTo("draftDue");

        fresh.enter(AgreementState.UNDER_REVIEW, "industries-head", LAST_MOMENT);
        assertThat(fresh.draftStep()).isEqualTo("draftDue");
        fresh.enter(AgreementState.DRAFTING, "cabinet-reviewer", LAST_MOMENT);

        assertThat(fresh.draftStep()).isEqualTo("finalDraftDue");
    }

    private void assertRefused(String reason, Instant at, String sentence) {
        assertThatThrownBy(() -> agreement.askForRevision(reason, "industries-apa", at))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(sentence);
    }
}
