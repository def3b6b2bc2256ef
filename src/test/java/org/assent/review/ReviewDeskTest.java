package org.assent.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.assent.drafting.DocumentFixture;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionState;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.FormRows;
import org.assent.webapp.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class ReviewDeskTest {

    @Autowired
    DocumentFixture fixture;

    @Autowired
    DocumentRegister documents;

    @Autowired
    CommentDesk comments;

    @Autowired
    ReviewFixture cases;

    @Test
    void a_reviewer_in_doubt_has_a_revision_decided_by_another(Desk desk) {
        String key = fixture.revisedAnew(
                "Floods in the north", content -> DocumentFixture.envision(content, "Repair the mills"));
        cases.begin(key);
        comments.comment(key, "", "Which mills are meant?", "cabinet-reviewer");

        Official first = desk.login("cabinet-reviewer").open("reviewDraft");
        first.see("Floods in the north").see("Repair the mills").see("Which mills are meant?");
        FormRows checklist = first.rows("Quality of the document");
        assertThat(checklist.count()).isGreaterThan(3);
        assertThat(checklist.value(0, "Question")).contains("vision");
        for (int line = 0; line < checklist.count(); line++) {
            checklist.fill(line, "Your answer", "Yes");
        }
        checklist.fill(0, "Note", "In eight words");
        first.fill("Your opinion", Recommendation.RECOMMEND.label()).photograph("reviewDraft");
        assertThat(first.completeInVain())
                .containsExactly("The document cannot be recommended while its budget is not confirmed.");
        first.fill("Your opinion", Recommendation.DISPUTE.label())
                .fill("Remark", "Is the budget enough for the mills?")
                .complete();

        Official second = desk.login("cabinet-reviewer-2").open("reviewDisputed");
        second.see("Is the budget enough for the mills?").see("Repair the mills");
        assertThat(second.rows("Quality of the document").value(0, "Note")).isEqualTo("In eight words");
        second.fill("Your decision", Recommendation.RETURN.label())
                .photograph("reviewDisputed")
                .complete();

        assertThat(documents.version(key, 2).state()).isEqualTo(VersionState.RETURNED);
        assertThat(first.scriptErrors()).isEmpty();
        assertThat(second.scriptErrors()).isEmpty();
    }
}
