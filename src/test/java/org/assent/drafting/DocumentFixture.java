package org.assent.drafting;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.assent.scheme.FiscalYear;
import org.assent.scheme.OfficeLevel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Submitted documents for tests that do not walk the drafting. Public: the tests of review and signing use it. */
@Component
@Transactional
public class DocumentFixture {

    private static final AtomicInteger YEARS = new AtomicInteger(2030);

    private final Drafts drafts;
    private final DocumentVersions versions;
    private final VersionDesk desk;
    private final SampleContents samples;
    private final Clock clock;

    DocumentFixture(Drafts drafts, DocumentVersions versions, VersionDesk desk, SampleContents samples, Clock clock) {
        this.drafts = drafts;
        this.versions = versions;
        this.desk = desk;
        this.samples = samples;
        this.clock = clock;
    }

    /** Version 1 of the Ministry of Industries' agreement for a year that no other test has. */
    public String submittedAnew() {
        String key = "industries/" + new FiscalYear(YEARS.incrementAndGet());
        drafts.save(new Draft(key, samples.sample("industries").orElseThrow(), clock.instant()));
        submit(key, content -> content);
        return key;
    }

    /** Version 1, recommended for signature. */
    public String recommendedAnew() {
        String key = submittedAnew();
        desk.recommended(key, "cabinet-reviewer");
        return key;
    }

    /** Version 1 in force and version 2 submitted as its revision. */
    public String revisedAnew(String reason, UnaryOperator<Content> change) {
        String key = recommendedAnew();
        desk.signed(key, "cabinet-secretary");
        drafts.findByAgreementKey(key).orElseThrow().reopen(clock.instant());
        drafts.findByAgreementKey(key).orElseThrow().revise(1, reason, "industries-apa");
        submit(key, change);
        return key;
    }

    /** The next version, after the last one was returned. */
    public void submitAgain(String key, UnaryOperator<Content> change) {
        drafts.findByAgreementKey(key).orElseThrow().reopen(clock.instant());
        submit(key, change);
    }

    /** What the editor would do. */
    public void saveAgain(String key) {
        Draft draft = drafts.findByAgreementKey(key).orElseThrow();
        draft.save(envision(draft.content(), "Something else"), "industries-apa", clock.instant());
    }

    private void submit(String key, UnaryOperator<Content> change) {
        Draft draft = drafts.findByAgreementKey(key).orElseThrow();
        draft.save(change.apply(draft.content()), "industries-apa", clock.instant());
        draft.declareReady("industries-apa");
        draft.approve("industries-head");
        Optional<DocumentVersion> before = versions.findFirstByAgreementKeyOrderByNumberDesc(key);
        versions.save(draft.submit(
                before.map(DocumentVersion::number).orElse(0) + 1,
                new DocumentVersion.Terms("gpms-2021", 1, FiscalYear.of(key.split("/", 2)[1]), OfficeLevel.MINISTRY),
                clock.instant()));
    }

    /** A vision of one's own: the smallest change there is. */
    public static Content envision(Content content, String vision) {
        return new Content(
                content.overviewAchievements(),
                content.overviewChallenges(),
                content.overviewPlans(),
                content.overviewTargets(),
                content.preamble(),
                vision,
                content.mission(),
                content.functions(),
                content.outcomes(),
                content.objectives(),
                content.acronyms(),
                content.dependences());
    }

    public static Content withObjectives(Content content, List<Content.Objective> objectives) {
        return new Content(
                content.overviewAchievements(),
                content.overviewChallenges(),
                content.overviewPlans(),
                content.overviewTargets(),
                content.preamble(),
                content.vision(),
                content.mission(),
                content.functions(),
                content.outcomes(),
                objectives,
                content.acronyms(),
                content.dependences());
    }
}
