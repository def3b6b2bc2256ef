package org.assent.rehearsal;

import java.util.List;
import org.assent.drafting.Difference;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.review.Recommendation;
import org.assent.signing.SignatureFacts;
import org.assent.signing.SigningRegister;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Both signatures in order, and a revision of what was signed. */
@Component
@Profile("rehearsal")
class SigningAct {

    private static final String LATE = "commerce";
    private static final String KEY = AgreementYear.key(AgreementYear.INDUSTRIES);
    private static final String REVISED = "i-urea";

    private final Stage stage;
    private final AgreementYear year;
    private final AgreementTab tab;
    private final DraftingAct drafting;
    private final ReviewAct review;
    private final DocumentRegister documents;
    private final SigningRegister signatures;

    SigningAct(
            Stage stage,
            AgreementYear year,
            AgreementTab tab,
            DraftingAct drafting,
            ReviewAct review,
            DocumentRegister documents,
            SigningRegister signatures) {
        this.stage = stage;
        this.year = year;
        this.tab = tab;
        this.drafting = drafting;
        this.review = review;
        this.documents = documents;
        this.signatures = signatures;
    }

    void sign() {
        year.ministries()
                .forEach(office ->
                        sign(office, documents.latest(AgreementYear.key(office)).orElseThrow()));
        stage.tell("ten agreements signed by the heads of office, then by the Cabinet Secretary");
    }

    private void sign(String office, VersionFacts version) {
        String key = AgreementYear.key(office);
        Stage.demand(!year.secretary().has(key, "countersign"), "The superior office could sign first.");
        year.head(office).complete(key, "signAsHead", form -> form.enter("signature", "SIGN"));
        year.secretary().complete(key, "countersign", form -> form.enter("signature", "SIGN"));
        List<SignatureFacts> acts = signatures.signatures(key).stream()
                .filter(act -> act.version() == version.number() && act.signed())
                .toList();
        Stage.demand(
                acts.size() == 2 && acts.stream().allMatch(act -> act.sha256().equals(version.sha256())),
                "The version of " + office + " does not bear two signatures.");
        Stage.demand(
                documents.inForce(key).orElseThrow().number() == version.number(),
                "The version of " + office + " is signed and not in force.");
        stage.settle();
    }

    /** One ladder is lowered, with the reason; the signed version stays in force until the new one is signed. */
    void revise() {
        Official team = year.team(AgreementYear.INDUSTRIES);
        Official head = year.head(AgreementYear.INDUSTRIES);
        String reason = "Gas for the urea factories was cut for six weeks by the decision of 3 September 2023.";
        stage.refused(head, () -> tab.isRefusedRevision(head, KEY, reason));
        tab.requestRevision(team, KEY, reason);
        tab.save(
                team,
                KEY,
                draft -> AgreementTab.typed(draft, REVISED, "ladder", List.of("9.20", "8.95", "8.70", "8.45", "8.20")));
        drafting.submit(AgreementYear.INDUSTRIES);
        stage.tell("Industries: a revision asked for and drafted: less urea, because gas was cut");
    }

    void decideRevision() {
        VersionFacts before = documents.inForce(KEY).orElseThrow();
        VersionFacts after = documents.latest(KEY).orElseThrow();
        List<Difference> changes = documents.differences(KEY, before.number(), after.number());
        Stage.demand(
                !changes.isEmpty()
                        && changes.stream().allMatch(change -> change.key().equals(REVISED)),
                "The revision changes something else than the one indicator.");
        int[] shown = new int[1];
        year.reviewer().complete(KEY, "reviewDraft", form -> {
            shown[0] = form.shownRows("changes");
            review.fill(form, Recommendation.RECOMMEND, "");
        });
        Stage.demand(shown[0] == changes.size(), "The reviewer does not see before and after.");
        Stage.demand(
                documents.inForce(KEY).orElseThrow().number() == before.number(),
                "The revision counts before it is signed.");
        sign(AgreementYear.INDUSTRIES, after);
        stage.tell("Industries: the revision reviewed and signed by both; it is the third version");
    }

    void reviseTooLate() {
        Official team = year.team(LATE);
        stage.refused(
                team,
                () -> tab.isRefusedRevision(
                        team, AgreementYear.key(LATE), "The export figures of the summer were lower than planned."));
    }
}
