package org.assent.rehearsal;

import java.util.List;
import org.assent.drafting.Content;
import org.assent.drafting.Content.Objective;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.SampleContents;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Ten agreements opened and drafted; one of them typed in from an empty sheet, with a slip on the way. */
@Component
@Profile("rehearsal")
class DraftingAct {

    private static final String STRANGER = "commerce";
    private static final String KEY = AgreementYear.key(AgreementYear.INDUSTRIES);

    private final Stage stage;
    private final AgreementYear year;
    private final AgreementTab tab;
    private final SampleContents samples;
    private final DocumentRegister documents;

    DraftingAct(Stage stage, AgreementYear year, AgreementTab tab, SampleContents samples, DocumentRegister documents) {
        this.stage = stage;
        this.year = year;
        this.tab = tab;
        this.samples = samples;
        this.documents = documents;
    }

    void open() {
        Official stranger = year.team(STRANGER);
        stage.refused(
                stranger, () -> stranger.isRefusedToStart("agreement", form -> plan(form, AgreementYear.INDUSTRIES)));
        for (String office : year.ministries()) {
            year.team(office).start("agreement", form -> plan(form, office));
        }
        Official team = year.team(AgreementYear.INDUSTRIES);
        stage.refused(team, () -> team.isRefusedToStart("agreement", form -> plan(form, AgreementYear.INDUSTRIES)));
        stage.tell("agreements for %s opened by ten ministries and divisions".formatted(AgreementYear.YEAR));
    }

    private static void plan(FormOnScreen form, String office) {
        form.enter("organisation", office).enter("fiscalYear", AgreementYear.YEAR.toString());
    }

    void draftOthers() {
        for (String office : year.others()) {
            tab.save(year.team(office), AgreementYear.key(office), empty -> sample(office));
            submit(office);
        }
        stage.tell("nine drafts written, approved by their heads and submitted");
    }

    /** Section by section, as one types. */
    void typeIn() {
        Official team = year.team(AgreementYear.INDUSTRIES);
        Content whole = sample(AgreementYear.INDUSTRIES);
        Stage.demand(tab.read(team, KEY).equals(Content.empty()), "The draft does not begin empty.");
        tab.save(team, KEY, draft -> texts(whole));
        tab.save(team, KEY, draft -> with(draft, whole, List.of()));
        for (int typed = 1; typed < whole.objectives().size(); typed++) {
            List<Objective> soFar = whole.objectives().subList(0, typed);
            tab.save(team, KEY, draft -> with(draft, whole, soFar));
        }
        Official stranger = year.team(STRANGER);
        stage.refused(stranger, () -> tab.isRefusedToSave(stranger, KEY));
        stage.tell("Industries: the draft is typed in, section by section");
    }

    /** The last objective with two marks too few, refused and mended. */
    void finish() {
        Official team = year.team(AgreementYear.INDUSTRIES);
        Content whole = sample(AgreementYear.INDUSTRIES);
        tab.save(
                team,
                KEY,
                draft -> AgreementTab.typed(
                        AgreementTab.typed(whole, "o-policy", "weight", "10"), "i-trained", "weight", "3"));
        stage.refused(team, () -> team.isRefused(KEY, "draftAgreement", form -> form.enter("draftStep", "READY")));
        tab.save(team, KEY, draft -> whole);
        submit(AgreementYear.INDUSTRIES);
        stage.refused(team, () -> tab.isRefusedToSave(team, KEY));
        stage.tell("Industries: the weights add up to 70, the head approves, the draft is submitted");
    }

    /** Declared ready by the team, approved by the head, locked as the next version. */
    void submit(String office) {
        String key = AgreementYear.key(office);
        int before = documents.versions(key).size();
        year.team(office).complete(key, "draftAgreement", form -> form.enter("draftStep", "READY"));
        year.head(office).complete(key, "approveDraft", form -> form.enter("draftApproval", "APPROVE"));
        Stage.demand(documents.versions(key).size() == before + 1, "The draft of " + office + " was not submitted.");
    }

    private Content sample(String office) {
        return samples.sample(office).orElseThrow(() -> new NotPossible("There is no sample for " + office + "."));
    }

    private static Content texts(Content whole) {
        return new Content(
                whole.overviewAchievements(),
                whole.overviewChallenges(),
                whole.overviewPlans(),
                whole.overviewTargets(),
                whole.preamble(),
                whole.vision(),
                whole.mission(),
                whole.functions(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Content with(Content draft, Content whole, List<Objective> objectives) {
        return new Content(
                draft.overviewAchievements(),
                draft.overviewChallenges(),
                draft.overviewPlans(),
                draft.overviewTargets(),
                draft.preamble(),
                draft.vision(),
                draft.mission(),
                draft.functions(),
                whole.outcomes(),
                objectives,
                whole.acronyms(),
                whole.dependences());
    }
}
