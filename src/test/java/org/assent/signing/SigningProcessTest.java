package org.assent.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assent.access.CaseForms;
import org.assent.drafting.DocumentFixture;
import org.assent.drafting.DocumentRegister;
import org.assent.drafting.VersionDesk;
import org.assent.drafting.VersionFacts;
import org.assent.drafting.VersionState;
import org.assent.engine.ProcessTest;
import org.assent.engine.Refusal;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.assent.notary.Attestation;
import org.assent.notary.Notary;
import org.assent.notary.PaperInspector;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ProcessTest(SigningProcess.KEY)
class SigningProcessTest {

    private static final Instant TODAY = Instant.parse("2023-07-03T05:00:00Z");
    private static final Map<String, Object> SIGN = Map.of("signature", "SIGN");

    @Autowired
    ProcessEngine engine;

    @Autowired
    DocumentFixture fixture;

    @Autowired
    SigningFixture cases;

    @Autowired
    DocumentRegister documents;

    @Autowired
    VersionDesk versions;

    @Autowired
    SigningRegister register;

    @Autowired
    AgreementPapers papers;

    @Autowired
    Notary notary;

    @Autowired
    List<MailTemplate> letters;

    @Autowired
    JdbcTemplate database;

    private String key;

    @BeforeEach
    void aVersionHasBeenRecommended() {
        ClockUtil.setCurrentTime(Date.from(TODAY));
        key = fixture.recommendedAnew();
    }

    @Test
    void both_sign_the_same_version_in_order_and_it_is_in_force() {
        String hash = documents.version(key, 1).sha256();
        ProcessInstance signing = begin();
        assertThat(signing).isWaitingAt("signAsHead").task().hasCandidateGroup("industries-heads");
        assertThat(forms().open("industries-head", "signAsHead"))
                .containsEntry("fingerprint", hash)
                .containsEntry("post", "Secretary, Ministry of Industries");
        assertThatThrownBy(() -> forms().submit("cabinet-secretary", "signAsHead", SIGN))
                .isInstanceOf(Refusal.class);
        forms().submit("industries-head", "signAsHead", SIGN);
        assertThat(documents.inForce(key)).isEmpty();
        assertThat(register.attestation(key, 1)).isEmpty();
        ClockUtil.setCurrentTime(Date.from(TODAY.plus(Duration.ofHours(2))));
        assertThat(forms().open("cabinet-secretary", "countersign")
                        .get("headSignature")
                        .toString())
                .contains("Secretary, Ministry of Industries", "3 July 2023, 11:00 Dhaka time");
        forms().submit("cabinet-secretary", "countersign", SIGN);
        execute(job("tellSigned", signing));

        assertThat(signing).isEnded().hasPassedInOrder("signAsHead", "countersign", "sealAgreement", "agreementSigned");
        assertThat(isSigned(signing)).isTrue();
        assertThat(documents.inForce(key)).map(VersionFacts::number).contains(1);
        assertThat(register.signatures(key)).hasSize(2).allSatisfy(signature -> {
            assertThat(signature.signed()).isTrue();
            assertThat(signature.version()).isEqualTo(1);
            assertThat(signature.sha256()).isEqualTo(hash);
        });
        assertThat(register.signatures(key))
                .extracting(SignatureFacts::seat, SignatureFacts::by, SignatureFacts::post)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                Seat.HEAD, "industries-head", "Secretary, Ministry of Industries"),
                        org.assertj.core.groups.Tuple.tuple(
                                Seat.SUPERIOR, "cabinet-secretary", "Cabinet Secretary, Cabinet Division"));
        assertThat(register.signatures(key).get(0).at()).isEqualTo(TODAY);
        assertThat(letter("tellSigned.1.industries").text()).contains(hash, "3 July 2023");
        assertThat(letter("tellSigned.1.cabinet").to()).contains("secretary@cabinet.example");
    }

    @Test
    void the_signed_document_is_issued_once_and_a_revision_has_one_of_its_own() throws Exception {
        key = fixture.revisedAnew("Floods", content -> DocumentFixture.envision(content, "Repair the mills"));
        versions.recommended(key, "cabinet-reviewer");
        begin();
        Instant before = Instant.now().minusSeconds(1);
        forms().submit("industries-head", "signAsHead", SIGN);
        byte[] unsigned = register.pdf(key, 2);
        forms().submit("cabinet-secretary", "countersign", SIGN);

        byte[] issued = register.pdf(key, 2);
        PaperInspector.inspect(notary, issued, "agreement");
        assertThat(issued).isEqualTo(register.pdf(key, 2)).isNotEqualTo(unsigned);
        try (PDDocument read = Loader.loadPDF(issued)) {
            assertThat(new PDFTextStripper().getText(read))
                    .contains("Version 2: signed", "Signed in Dhaka on 3 July 2023.")
                    .doesNotContain("Date: ____");
        }
        assertThat(register.attestation(key, 2)).hasValueSatisfying(attestation -> {
            assertThat(attestation.state()).isEqualTo(Attestation.State.GENUINE);
            assertThat(attestation.signedAt()).as("the machine's time").isAfter(before);
            assertThat(database.queryForObject(
                            "select e.content from ledger_document d join ledger_entry e on e.id = d.entry where d.sha256 = ?",
                            String.class,
                            attestation.sha256()))
                    .as("on record in the transaction that issued it")
                    .contains("\"agreement " + key + " version 2\"");
        });
        assertThat(papers.find("agreement " + key + " version 2")).hasValueSatisfying(paper -> {
            assertThat(paper.file()).doesNotContain("/", " ").endsWith("-version-2.pdf");
            assertThat(paper.content()).isEqualTo(issued);
        });
        assertThat(papers.find("agreement " + key + " version 3")).isEmpty();
        assertThat(papers.find("certificate " + key)).isEmpty();
    }

    @Test
    void another_document_in_the_place_of_the_signed_one_is_told() {
        begin();
        forms().submit("industries-head", "signAsHead", SIGN);
        byte[] unsigned = register.pdf(key, 1);
        forms().submit("cabinet-secretary", "countersign", SIGN);
        database.update("update issued_agreement set pdf = ?", unsigned);

        assertThatThrownBy(() -> register.pdf(key, 1))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The document kept for this agreement is not the one that was issued.");
        assertThat(register.attestation(key, 1)).map(Attestation::state).contains(Attestation.State.CHANGED);
    }

    @Test
    void a_signed_version_never_changes() {
        ProcessInstance signing = begin();
        forms().submit("industries-head", "signAsHead", SIGN);
        forms().submit("cabinet-secretary", "countersign", SIGN);
        execute(job("tellSigned", signing));
        VersionFacts signed = documents.version(key, 1);

        assertThatThrownBy(() -> versions.returned(key, "cabinet-reviewer")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> versions.refused(key, "cabinet-secretary")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> versions.recommended(key, "cabinet-reviewer")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> versions.signed(key, "cabinet-secretary")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> fixture.saveAgain(key)).isInstanceOf(Refusal.class);
        assertThat(documents.version(key, 1)).usingRecursiveComparison().isEqualTo(signed);
        assertThat(documents.fingerprint(key, 1)).isEqualTo(signed.sha256());
    }

    @Test
    void the_head_refuses_with_a_reason_and_the_version_goes_back() {
        ProcessInstance signing = begin();
        assertThatThrownBy(() -> forms().submit("industries-head", "signAsHead", Map.of("signature", "REFUSE")))
                .isInstanceOf(Refusal.class)
                .hasMessage("Please give the reason why you refuse to sign.");
        forms().submit(
                        "industries-head",
                        "signAsHead",
                        Map.of("signature", "REFUSE", "signingRemark", "The budget was cut yesterday."));

        assertThat(signing).isEnded().hasPassed("headRefused", "signingRefused").hasNotPassed("countersign");
        assertThat(isSigned(signing)).isFalse();
        assertThat(documents.version(key, 1).state()).isEqualTo(VersionState.REFUSED);
        assertThat(register.signatures(key)).singleElement().satisfies(act -> {
            assertThat(act.signed()).isFalse();
            assertThat(act.reason()).isEqualTo("The budget was cut yesterday.");
        });
    }

    @Test
    void a_revision_that_the_superior_refuses_leaves_the_signed_version_in_force() {
        key = fixture.revisedAnew("Floods", content -> DocumentFixture.envision(content, "Repair the mills"));
        versions.recommended(key, "cabinet-reviewer");
        ProcessInstance signing = begin();
        assertThat(forms().open("industries-head", "signAsHead"))
                .containsEntry("revisionReason", "Floods")
                .hasEntrySatisfying(
                        "changes", changes -> assertThat(changes.toString()).contains("Repair the mills"));
        forms().submit("industries-head", "signAsHead", SIGN);
        forms().submit(
                        "cabinet-secretary",
                        "countersign",
                        Map.of("signature", "REFUSE", "signingRemark", "The old targets can be reached."));

        assertThat(signing).isEnded().hasPassed("secondSignatureDecided", "signingRefused");
        assertThat(documents.inForce(key)).map(VersionFacts::number).contains(1);
        assertThat(documents.version(key, 2).state()).isEqualTo(VersionState.REFUSED);
    }

    @Test
    void a_signed_revision_takes_the_place_of_the_version_before() {
        key = fixture.revisedAnew("Floods", content -> DocumentFixture.envision(content, "Repair the mills"));
        versions.recommended(key, "cabinet-reviewer");
        ProcessInstance signing = begin();
        forms().submit("industries-head", "signAsHead", SIGN);
        forms().submit("cabinet-secretary", "countersign", SIGN);
        execute(job("tellSigned", signing));

        assertThat(documents.inForce(key)).map(VersionFacts::number).contains(2);
        assertThat(documents.version(key, 1).state()).isEqualTo(VersionState.SUPERSEDED);
        assertThat(documents.version(key, 1).content().vision()).isNotEqualTo("Repair the mills");
    }

    @Test
    void whoever_has_not_signed_by_the_date_is_reminded() {
        ProcessInstance signing = begin();
        forms().submit("industries-head", "signAsHead", SIGN);
        ClockUtil.setCurrentTime(Date.from(TODAY.plus(Duration.ofDays(40))));
        execute(job("signingDue", signing));
        execute(job("remindSigning", signing));

        Message letter = letter("remindSigning.1.SUPERIOR");
        assertThat(letter.to()).contains("secretary@cabinet.example");
        assertThat(letter.text()).contains("31 July 2023");
        assertThat(signing).hasPassed("signingReminded").isWaitingAt("countersign");
    }

    @Test
    void nobody_signs_a_document_that_is_not_what_was_recommended() {
        begin();
        database.update(
                "update document_version set content = replace(content, 'industr', 'lndustr') where agreement_key = ?",
                key);

        assertThatThrownBy(() -> forms().submit("industries-head", "signAsHead", SIGN))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The document is no longer what was recommended for signature");
        assertThat(register.signatures(key)).isEmpty();
    }

    @Test
    void nobody_signs_what_they_drafted_nor_twice() {
        begin();
        belonging("industries-apa", List.of("office-heads", "industries-heads"), () -> assertThatThrownBy(
                        () -> forms().submit("industries-apa", "signAsHead", SIGN))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You belong to the team that drafted this document"));
        forms().submit("industries-head", "signAsHead", SIGN);
        belonging("industries-head", List.of("cabinet-secretary"), () -> assertThatThrownBy(
                        () -> forms().submit("industries-head", "countersign", SIGN))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("You completed “Sign as head of the office” in this case"));
        assertThat(register.signatures(key)).hasSize(1);
    }

    private void belonging(String user, List<String> groups, Runnable attempt) {
        groups.forEach(group -> engine.getIdentityService().createMembership(user, group));
        try {
            attempt.run();
        } finally {
            groups.forEach(group -> engine.getIdentityService().deleteMembership(user, group));
        }
    }

    private ProcessInstance begin() {
        return cases.begin(key);
    }

    private boolean isSigned(ProcessInstance signing) {
        return (Boolean) engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(signing.getId())
                .variableName("signed")
                .singleResult()
                .getValue();
    }

    private Message letter(String name) {
        return letters.stream()
                .filter(template -> name.startsWith(template.name() + "."))
                .flatMap(template -> template.compose(key, Map.of()).stream())
                .filter(letter -> letter.key().equals(key + "." + name))
                .findFirst()
                .orElseThrow();
    }

    private CaseForms forms() {
        return CaseForms.of(engine, key);
    }
}
