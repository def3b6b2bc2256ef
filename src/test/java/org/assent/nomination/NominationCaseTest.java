package org.assent.nomination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.assent.engine.Refusal;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.project.EconomyFacts;
import org.assent.project.Modality;
import org.assent.project.ProjectFacts;
import org.assent.project.ProjectState;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules R1 to R3 of a nomination, which no diagram can bend. */
class NominationCaseTest {

    private static final Instant CLOSING = Instant.parse("2022-08-03T15:00:00Z");
    private static final Instant BEFORE = Instant.parse("2022-07-01T03:00:00Z");
    private static final EconomyFacts INDIA = new EconomyFacts(
            "IN",
            "India",
            "National Productivity Council",
            true,
            ZoneId.of("Asia/Kolkata"),
            "npo-in@example.org",
            "npo-in-head@example.org");

    private final ProjectFacts project = project(LocalDate.of(2022, 8, 3), 1);
    private final NominationCase nomination = new NominationCase(project, "IN");

    @ParameterizedTest(name = "at {0} a list is taken: {1}")
    @CsvSource({
        "2022-08-03T23:59:59+09:00, true",
        "2022-08-03T23:59:59.999+09:00, true",
        "2022-08-04T00:00:00+09:00, false",
        "2022-08-03T12:30:00-02:30, false"
    })
    void the_closing_date_ends_at_midnight_in_tokyo(String at, boolean taken) {
        Instant now = java.time.OffsetDateTime.parse(at).toInstant();
        if (taken) {
            submit(now, person(1));
            assertThat(nomination.standing()).hasSize(1);
        } else {
            assertThatThrownBy(() -> submit(now, person(1)))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("Nominations closed at the end of 3 August 2022, Tokyo time, so nothing more can be"
                            + " submitted or changed.");
        }
    }

    @Test
    void nothing_is_changed_after_the_closing() {
        submit(BEFORE, person(1));
        enter(BEFORE, person(1));

        assertRefused(() -> nomination.discardDraft(CLOSING), "Nominations closed");
        assertRefused(() -> nomination.nominateNobody("npo-in", CLOSING), "Nominations closed");
        assertRefused(() -> nomination.endorse("npo-in-head", "A", "B", CLOSING), "Nominations closed");
        assertRefused(() -> nomination.returnDraft("Wrong", CLOSING), "Nominations closed");
        assertRefused(() -> nomination.freeRanks(CLOSING), "Nominations closed");
        assertRefused(() -> nomination.register(CLOSING), "Nominations closed");
        assertRefused(() -> nomination.withdraw("IN-1", "Ill", CLOSING), "Nominations closed");
        assertRefused(() -> nomination.withdrawAll("Ill", CLOSING), "Nominations closed");
    }

    @Test
    void only_a_national_of_the_npo_s_economy_is_nominated() {
        assertRefused(
                () -> enter(BEFORE, NominationFixture.biodata("TR", 1, Profile.strong())),
                "Candidate 1 is not a national of your economy: an NPO nominates its own nationals.");
    }

    @Test
    void an_economy_that_takes_no_part_is_not_asked() {
        assertRefused(() -> new NominationCase(project, "HK"), "does not take part");
    }

    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({
        "2004-07-01, ''",
        "2004-07-02, Candidate 1 is under 18 years of age.",
        "2022-07-02, Candidate 1 has a date of birth in the future."
    })
    void a_candidate_is_of_age(LocalDate birth, String refusal) {
        ThrowingCallable enter = () -> enter(BEFORE, with(person(1), "birth", birth));
        if (refusal.isEmpty()) {
            assertThatCode(enter).doesNotThrowAnyException();
        } else {
            assertRefused(enter, refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "nobody", "a@b", "two people@example.org", "a@b.org;c@d.org", "<a@b.org>"})
    void an_address_that_nobody_could_write_to_is_refused(String email) {
        assertRefused(() -> enter(BEFORE, with(person(1), "email", email)), "Candidate 1 needs an e-mail address");
    }

    @Test
    void a_person_stands_once_in_a_list() {
        assertRefused(() -> enter(BEFORE, person(1), person(1)), "Candidate 2 is in the list already");
        assertRefused(
                () -> enter(BEFORE, person(2), with(person(2), "email", "other@example.org")),
                "Candidate 2 is in the list already");
        assertRefused(
                () -> enter(
                        BEFORE,
                        person(1),
                        with(person(2), "email", person(1).email().toUpperCase(java.util.Locale.ROOT))),
                "Candidate 2 is in the list already");
    }

    @Test
    void nobody_nominates_or_endorses_themselves() {
        assertRefused(
                () -> enter(BEFORE, with(person(1), "email", "NPO-IN@example.org")),
                "nobody can nominate or endorse themselves");
        enter(BEFORE, person(1));
        assertRefused(
                () -> nomination.endorse("npo-in", "Head", "Director", BEFORE),
                "Whoever entered the candidates cannot endorse them");
        assertRefused(
                () -> nomination.endorse("npo-in-head", person(1).displayName(), "Director", BEFORE),
                "Nobody can endorse their own nomination");
        assertRefused(() -> nomination.register(BEFORE), "the head of the NPO has to endorse the list first");
    }

    @Test
    void an_empty_list_is_no_answer() {
        assertRefused(() -> enter(BEFORE), "Please enter at least one candidate");
    }

    @Test
    void the_rank_is_the_order_of_the_list_and_the_reference_stays() {
        submit(BEFORE, person(1), person(2), person(3));
        submit(BEFORE.plusSeconds(60), person(3), person(4), person(1));

        assertThat(nomination.standing())
                .extracting(Nomination::preference, Nomination::reference)
                .containsExactlyInAnyOrder(tuple(1, "IN-3"), tuple(2, "IN-4"), tuple(3, "IN-1"));
        assertThat(nomination.nominations().stream().filter(candidate -> candidate.state() == CandidateState.WITHDRAWN))
                .extracting(Nomination::reference, Nomination::stateReason)
                .containsExactly(tuple("IN-2", "Left out of the corrected list."));
    }

    @Test
    void a_correction_that_is_not_endorsed_leaves_what_was_submitted() {
        submit(BEFORE, person(1));
        enter(BEFORE, person(2), person(1));
        assertThat(nomination.standing()).extracting(Nomination::reference).containsExactly("IN-1");

        nomination.close(CLOSING);

        assertThat(nomination.standing()).extracting(Nomination::reference).containsExactly("IN-1");
        assertThat(nomination.nominations().stream().filter(candidate -> candidate.state() == CandidateState.CLOSED))
                .extracting(Nomination::stateReason)
                .containsExactly(
                        "Not endorsed and submitted by the closing date.",
                        "A correction that was not endorsed by the closing date.");
        assertThat(nomination.facts().state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(nomination.facts().note())
                .isEqualTo(
                        "Submitted. A list of 2 had been entered but not endorsed; it was closed without being submitted.");
    }

    @Test
    void the_record_says_who_did_not_answer() {
        nomination.close(CLOSING);
        assertThat(nomination.facts().state()).isEqualTo(CaseState.NOT_SUBMITTED);
        assertThat(nomination.facts().note()).isEqualTo("Nothing submitted by the closing date.");
        assertThat(nomination.isReminded(BEFORE)).isFalse();
    }

    @Test
    void an_incomplete_nomination_goes_back_once() {
        submit(BEFORE, incomplete(1), person(2));
        assertThat(nomination.returnIncomplete()).isTrue();
        assertThat(NominationForms.missing(nomination))
                .isEqualTo("Candidate 1: present duties, reason and intended use");
        submit(BEFORE, incomplete(1), person(2));
        assertThat(nomination.returnIncomplete()).isFalse();
        assertThat(nomination.standing())
                .extracting(Nomination::state)
                .containsExactlyInAnyOrder(CandidateState.INCOMPLETE, CandidateState.SUBMITTED);
    }

    @Test
    void a_withdrawal_needs_a_candidate_and_a_reason() {
        submit(BEFORE, person(1));
        assertRefused(() -> nomination.withdraw("IN-7", "Ill", BEFORE), "choose a candidate");
        assertRefused(() -> nomination.withdraw("IN-1", " ", BEFORE), "reason of the withdrawal");

        nomination.withdraw("IN-1", "Ill", BEFORE);

        assertThat(nomination.state()).isEqualTo(CaseState.NOBODY);
        assertRefused(() -> nomination.withdrawAll("Ill", BEFORE), "no nomination to withdraw");
    }

    @Test
    void in_a_replacement_window_those_who_stand_stay() {
        submit(BEFORE, person(1), person(2));
        nomination.close(CLOSING);
        Instant later = Instant.parse("2022-08-12T03:00:00Z");
        nomination.reopen(LocalDate.of(2022, 8, 15), "Somebody cannot come", project, later);

        assertRefused(() -> enter(later, person(1)), "Candidate 1 is in the list already");
        submit(later, person(3));

        assertThat(nomination.standing())
                .extracting(Nomination::preference, Nomination::reference, one -> one.facts()
                        .replacement())
                .containsExactlyInAnyOrder(tuple(1, "IN-1", false), tuple(2, "IN-2", false), tuple(3, "IN-3", true));
        assertThat(nomination.closingAt()).isEqualTo("2022-08-15T15:00:00Z");
        assertRefused(() -> nomination.withdraw("IN-1", "Ill", later), "choose a candidate");
    }

    @Test
    void a_window_lies_between_today_and_the_first_session_and_has_a_reason() {
        nomination.close(CLOSING);
        assertRefused(() -> nomination.reopen(LocalDate.of(2022, 8, 3), "x", project, CLOSING), "has passed already");
        assertRefused(
                () -> nomination.reopen(LocalDate.of(2022, 8, 24), "x", project, CLOSING), "before the first session");
        assertRefused(() -> nomination.reopen(LocalDate.of(2022, 8, 20), " ", project, CLOSING), "say why");
    }

    @Test
    void a_revision_moves_the_closing_and_a_reopening_for_it_asks_for_no_replacements() {
        submit(BEFORE, person(1));
        nomination.close(CLOSING);
        ProjectFacts revised = project(LocalDate.of(2022, 8, 10), 2);
        nomination.follow(revised.closingAt());
        nomination.reopen(LocalDate.of(2022, 8, 10), "The sessions were moved", revised, CLOSING.plusSeconds(3600));

        submit(CLOSING.plusSeconds(7200), person(2), person(1));

        assertThat(nomination.isReplacementWindow()).isFalse();
        assertThat(nomination.standing())
                .extracting(Nomination::preference, Nomination::reference)
                .containsExactlyInAnyOrder(tuple(1, "IN-2"), tuple(2, "IN-1"));
        nomination.follow(CLOSING.plusSeconds(86400));
        assertThat(nomination.closingAt()).isEqualTo(CLOSING.plusSeconds(86400));
    }

    @Test
    void a_reminder_is_for_those_who_owe_an_answer_and_not_for_a_day_before_the_window() {
        assertThat(nomination.isReminded(BEFORE)).isTrue();
        nomination.close(CLOSING);
        nomination.reopen(LocalDate.of(2022, 8, 15), "Somebody cannot come", project, CLOSING.plusSeconds(60));
        assertThat(nomination.isReminded(CLOSING)).isFalse();
        assertThat(nomination.isReminded(CLOSING.plusSeconds(61))).isTrue();
        submit(CLOSING.plusSeconds(70), person(1));
        assertThat(nomination.isReminded(CLOSING.plusSeconds(71))).isFalse();
    }

    @Test
    void earlier_projects_are_counted_by_line() {
        assertThat(with(person(1), "earlierProjects", "none").earlierProjectCount())
                .isZero();
        assertThat(with(person(1), "earlierProjects", "").earlierProjectCount()).isZero();
        assertThat(with(person(1), "earlierProjects", "19-RP-02-GE-SPW-A, 2019\n\nworkshop in Manila, 2016\n")
                        .earlierProjectCount())
                .isEqualTo(2);
    }

    private void enter(Instant now, Biodata... people) {
        nomination.discardDraft(now);
        nomination.draft(List.of(people), project, INDIA, "npo-in", now);
    }

    private void submit(Instant now, Biodata... people) {
        enter(now, people);
        nomination.endorse("npo-in-head", "Head of the NPO", "Director", now);
        nomination.freeRanks(now);
        nomination.register(now);
    }

    private static void assertRefused(ThrowingCallable act, String sentence) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(sentence);
    }

    private static Biodata person(int n) {
        return NominationFixture.biodata("IN", n, Profile.strong());
    }

    private static Biodata incomplete(int n) {
        return NominationFixture.biodata("IN", n, Profile.strong().incomplete());
    }

    /** The same person but for one field. */
    static Biodata with(Biodata person, String field, Object value) {
        try {
            RecordComponent[] fields = Biodata.class.getRecordComponents();
            Object[] values = new Object[fields.length];
            Class<?>[] types = new Class<?>[fields.length];
            for (int i = 0; i < fields.length; i++) {
                types[i] = fields[i].getType();
                values[i] = fields[i].getName().equals(field)
                        ? value
                        : fields[i].getAccessor().invoke(person);
            }
            return Biodata.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProjectFacts project(LocalDate closing, int version) {
        Instant closingAt =
                closing.plusDays(1).atStartOfDay(ZoneId.of("Asia/Tokyo")).toInstant();
        return new ProjectFacts(
                "22-CL-15-GE-WSP-A",
                "Workshop",
                LocalDate.of(2022, 8, 24),
                LocalDate.of(2022, 8, 26),
                Modality.DIGITAL,
                List.of("LK"),
                List.of("IN", "LK", "TR"),
                38,
                12,
                closing,
                closingAt,
                version,
                "22-CL-15-GE-WSP-A-PN2200057-00" + version,
                List.of(),
                ProjectState.NOTIFIED,
                LocalDate.of(2022, 8, 10),
                Instant.parse("2022-08-10T00:00:00Z"),
                Instant.parse("2022-08-08T00:00:00Z"),
                closingAt.minusSeconds(14 * 86400),
                closingAt.minusSeconds(3 * 86400),
                2);
    }
}
