package org.assent.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.assent.drafting.DocumentFixture;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionFacts;
import org.assent.webapp.Desk;
import org.assent.webapp.DeskTest;
import org.assent.webapp.Official;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class SigningDeskTest {

    @Autowired
    DocumentFixture fixture;

    @Autowired
    DocumentRegister documents;

    @Autowired
    SigningFixture cases;

    @Test
    void the_head_and_the_cabinet_secretary_sign(Desk desk) {
        String key = fixture.recommendedAnew();
        cases.begin(key);

        Official head = desk.login("industries-head").open("signAsHead");
        head.see(documents.version(key, 1).sha256())
                .see("Secretary, Ministry of Industries")
                .fill("Your decision", "I refuse to sign")
                .photograph("signAsHead");
        assertThat(head.completeInVain()).containsExactly("Please give the reason why you refuse to sign.");
        head.fill("Your decision", "I sign this version").complete();

        Official secretary = desk.login("cabinet-secretary").open("countersign");
        secretary
                .see("Signed for the office by")
                .fill("Your decision", "I sign this version")
                .photograph("countersign")
                .complete();

        assertThat(documents.inForce(key)).map(VersionFacts::number).contains(1);
        assertThat(head.scriptErrors()).isEmpty();
        assertThat(secretary.scriptErrors()).isEmpty();
    }
}
