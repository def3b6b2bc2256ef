package org.assent.nomination;

import static org.assertj.core.api.Assertions.assertThat;

import org.assent.engine.FreshDesk;
import org.assent.nomination.NominationFixture.Profile;
import org.assent.project.ProjectFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@ExtendWith(FreshDesk.class)
class NominationRegisterTest {

    @Autowired
    ProjectFixture projects;

    @Autowired
    NominationFixture fixture;

    @Autowired
    NominationRegister register;

    @Test
    void submitted_candidates_are_told_by_economy_and_rank() {
        String code = projects.issued();
        fixture.submitted(code, "TR", Profile.strong(), Profile.ordinary().incomplete());
        fixture.submitted(code, "LK", 2);
        fixture.nobody(code, "JP");

        assertThat(register.submitted(code))
                .extracting(CandidateFacts::reference)
                .containsExactly("LK-1", "LK-2", "TR-1", "TR-2");
        assertThat(register.submitted(code))
                .extracting(CandidateFacts::complete)
                .containsExactly(true, true, true, false);
        assertThat(register.candidate(code, "TR-2").orElseThrow().state()).isEqualTo(CandidateState.INCOMPLETE);
        assertThat(register.cases(code))
                .extracting(NominationCaseFacts::economy, NominationCaseFacts::state, NominationCaseFacts::submitted)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("JP", CaseState.NOBODY, 0),
                        org.assertj.core.groups.Tuple.tuple("LK", CaseState.SUBMITTED, 2),
                        org.assertj.core.groups.Tuple.tuple("TR", CaseState.SUBMITTED, 2));
    }

    @Test
    void replacements_come_after_those_who_stand() {
        String code = projects.issued();
        fixture.submitted(code, "TR", 2);

        assertThat(fixture.replacements(code, "TR", Profile.strong())).containsExactly("TR-3");
        assertThat(register.candidate(code, "TR-3"))
                .hasValueSatisfying(
                        candidate -> assertThat(candidate.replacement()).isTrue())
                .hasValueSatisfying(candidate -> assertThat(candidate.rank()).isEqualTo(3));
    }

    @Test
    void a_candidate_in_print_shows_no_person() {
        String code = projects.issued();
        fixture.submitted(code, "TR", 1);

        assertThat(register.submitted(code).toString()).isEqualTo("[CandidateFacts[" + code + " TR-1]]");
    }
}
