package org.assent.drafting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.assent.engine.Refusal;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Instant NOW = Instant.parse("2023-05-02T04:00:00Z");
    private static final DocumentVersion.Terms TERMS =
            new DocumentVersion.Terms("gpms-2021", 1, FiscalYear.of("2023-24"), OfficeLevel.MINISTRY);

    private final Draft draft = new Draft("industries/2023-24", Edited.industries(), NOW);

    @Test
    void a_draft_is_open_until_the_team_declares_it_ready() {
        draft.declareReady("industries-apa");
        assertThat(draft.isOpen()).isFalse();
        assertThatThrownBy(() -> draft.save(Content.empty(), "industries-apa", NOW))
                .isInstanceOf(Refusal.class)
                .hasMessage("This draft is closed at present, so nothing was changed.");
    }

    @Test
    void nobody_approves_what_they_declared_ready() {
        draft.declareReady("industries-apa");
        assertThatThrownBy(() -> draft.approve("industries-apa"))
                .isInstanceOf(Refusal.class)
                .hasMessage("You cannot approve this draft, because you declared it ready yourself.");
    }

    @Test
    void a_draft_goes_back_with_a_remark_only() {
        draft.declareReady("industries-apa");
        assertThatThrownBy(() -> draft.sendBack("industries-head", " ")).isInstanceOf(Refusal.class);
        draft.sendBack("industries-head", "The weights");
        assertThat(draft.isOpen()).isTrue();
    }

    @Test
    void only_an_approved_draft_is_submitted_and_only_once() {
        draft.declareReady("industries-apa");
        assertThatThrownBy(() -> draft.submit(1, TERMS, NOW)).isInstanceOf(Refusal.class);
        draft.approve("industries-head");
        assertThat(draft.submit(1, TERMS, NOW).content()).isEqualTo(Edited.industries());
        assertThatThrownBy(() -> draft.submit(2, TERMS, NOW)).isInstanceOf(Refusal.class);
    }

    @Test
    void a_revision_needs_a_reason() {
        assertThatThrownBy(() -> draft.revise(1, "", "industries-apa")).isInstanceOf(Refusal.class);
    }

    @Test
    void equal_words_under_one_scheme_have_one_hash_and_other_words_another() {
        String hash = Canonical.hash("industries/2023-24", Edited.industries(), "gpms-2021", 1);
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(Canonical.hash(
                        "industries/2023-24", Edited.of(Edited.industries()).content(), "gpms-2021", 1))
                .isEqualTo(hash);
        assertThat(Canonical.hash("industries/2023-24", Edited.industries(), "gpms-2021", 2))
                .isNotEqualTo(hash);
        assertThat(Canonical.hash("roads/2023-24", Edited.industries(), "gpms-2021", 1))
                .isNotEqualTo(hash);
        Content other =
                Edited.of(Edited.industries()).set("i-urea", "ladder.0", "9.5").content();
        assertThat(Canonical.hash("industries/2023-24", other, "gpms-2021", 1)).isNotEqualTo(hash);
    }

    @Test
    void a_version_only_moves_on() {
        draft.declareReady("industries-apa");
        draft.approve("industries-head");
        DocumentVersion version = draft.submit(1, TERMS, NOW);
        assertThatThrownBy(() -> version.sign("cabinet-secretary", NOW)).isInstanceOf(Refusal.class);
        version.recommend("cabinet-reviewer", NOW);
        version.sign("cabinet-secretary", NOW);
        assertThatThrownBy(() -> version.sendBack("cabinet-reviewer", NOW)).isInstanceOf(Refusal.class);
        assertThat(version.isUntouched()).isTrue();
    }
}
