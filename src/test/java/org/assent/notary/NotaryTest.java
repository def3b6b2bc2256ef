package org.assent.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDPage;
import org.assent.engine.Refusal;
import org.assent.notary.Attestation.State;
import org.assent.print.HtmlPrinter;
import org.assent.print.Imprint;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;

@Tag("once")
class NotaryTest {

    private static final byte[] PAPER = HtmlPrinter.print(
            "<html><head><title>Paper</title></head><body><p>Signed & said: কৌশলগত উদ্দেশ্য, Việt, 王小明</p></body></html>"
                    .replace("&", "&amp;"),
            new Imprint(
                    "A <paper> & its title", "Author", "Subject", "identity", Instant.parse("2022-01-01T00:00:00Z")));

    @TempDir
    static Path folder;

    @Test
    void an_issued_document_satisfies_the_validators_of_others() {
        Instant before = Instant.now().minusSeconds(1);
        Notary notary = notary(demonstration());
        byte[] issued = notary.issue("1", "For a test", PAPER);

        assertThat(notary.attest(issued)).satisfies(attestation -> {
            assertThat(attestation.state()).isEqualTo(State.GENUINE);
            assertThat(attestation.signer()).isEqualTo("Assent demonstration desk");
            assertThat(attestation.signedAt()).isBetween(before, Instant.now());
            assertThat(attestation.sha256()).isEqualTo(Notary.sha256(issued));
        });
        PaperInspector.inspect(notary, issued, "paper");
        assertThat(Arrays.copyOf(issued, PAPER.length)).as("what was printed").isEqualTo(PAPER);
    }

    @Test
    void a_key_that_an_organisation_brings_signs_as_well() {
        Notary notary = notary(brought());

        PaperInspector.inspect(notary, notary.issue("1", "For a test", PAPER), "paper-of-an-organisation");
    }

    @Test
    void a_changed_byte_is_found_wherever_it_is() throws Exception {
        Notary notary = notary(demonstration());
        byte[] issued = notary.issue("1", "For a test", PAPER);
        Random places = new Random(5);
        int[] range;
        try (var paper = Loader.loadPDF(issued)) {
            range = paper.getSignatureDictionaries().get(0).getByteRange();
        }
        for (int i = 0; i < 200; i++) {
            // all but the signature itself
            int place = places.nextInt(range[1] + range[3]);
            place += place < range[1] ? 0 : range[2] - range[1];
            byte[] changed = issued.clone();
            changed[place] ^= 1;
            assertThat(notary.attest(changed).state()).as("byte " + place).isNotEqualTo(State.GENUINE);
        }
        byte[] title = issued.clone();
        title[indexOf(title, "Author")] ^= 1;
        assertThat(PaperInspector.signature(notary.chain(), title).isSignatureIntact())
                .isFalse();
        assertThat(PaperInspector.signature(notary.chain(), issued).isSignatureIntact())
                .isTrue();
    }

    @Test
    void what_is_added_after_the_signature_is_found() throws Exception {
        Notary notary = notary(demonstration());
        byte[] issued = notary.issue("1", "For a test", PAPER);
        byte[] longer = Arrays.copyOf(issued, issued.length + 1);
        ByteArrayOutputStream another = new ByteArrayOutputStream();
        try (var paper = Loader.loadPDF(issued)) {
            paper.addPage(new PDPage());
            paper.getDocumentCatalog().getPages().getCOSObject().setNeedToBeUpdated(true);
            paper.getDocumentCatalog().getCOSObject().setNeedToBeUpdated(true);
            paper.saveIncremental(another);
        }

        assertThat(notary.attest(longer).state()).isEqualTo(State.CHANGED);
        assertThat(notary.attest(another.toByteArray()).state()).isEqualTo(State.CHANGED);
        assertThat(notary.attest(notary.issue("2", "Twice", issued)).state()).isEqualTo(State.CHANGED);
        assertThat(notary.attest(new byte[] {1, 2, 3}).state()).isEqualTo(State.CHANGED);
    }

    @Test
    void a_document_that_somebody_else_signed_is_foreign_and_an_unsigned_one_unsigned() {
        byte[] foreign = notary(brought()).issue("1", "For a test", PAPER);

        assertThat(notary(demonstration()).attest(foreign)).satisfies(attestation -> {
            assertThat(attestation.state()).isEqualTo(State.FOREIGN);
            assertThat(attestation.signer()).isEqualTo("APO Secretariat");
        });
        assertThat(notary(demonstration()).attest(PAPER).state()).isEqualTo(State.UNSIGNED);
    }

    @Test
    void a_demonstration_makes_its_authority_once_and_for_its_owner_s_eyes() throws Exception {
        Path own = folder.resolve("own");
        Instant now = Instant.now();
        SigningKeys first = new TestAuthority(own).keys(now);

        assertThat(new TestAuthority(own).keys(now)).isEqualTo(first);
        for (String file : List.of("signing.p12", "signing.password")) {
            assertThat(Files.getPosixFilePermissions(own.resolve(file)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(first.chain()).hasSize(2);
        assertThat(Files.readString(own.resolve("authority.pem"))).startsWith("-----BEGIN CERTIFICATE-----");

        SigningKeys later = new TestAuthority(own).keys(now.plus(Duration.ofDays(6 * 365)));
        assertThat(later.signer()).isNotEqualTo(first.signer());
        assertThat(later.known()).contains(first.signer(), later.signer());
    }

    @Test
    void nothing_is_issued_with_a_certificate_that_has_ended() {
        SigningKeys ended = new TestAuthority(folder.resolve("ended")).keys(Instant.parse("2010-01-01T00:00:00Z"));

        assertThatThrownBy(() -> notary(ended).issue("1", "For a test", PAPER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not valid today");
    }

    @Test
    void a_witness_hears_of_each_issue() {
        Map<String, String> heard = new HashMap<>();
        Witness witness = new Witness() {
            @Override
            public void issued(String reference, String sha256) {
                heard.put(reference, sha256);
            }

            @Override
            public Optional<Proof> proof(String sha256) {
                return Optional.of(new Proof("On record.", sha256));
            }
        };
        Notary notary = notary(demonstration(), witness);
        byte[] issued = notary.issue("certificate 1", "For a test", PAPER);

        assertThat(heard).containsExactly(Map.entry("certificate 1", Notary.sha256(issued)));
        assertThat(notary.proof("00")).map(Witness.Proof::evidence).contains("00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assent.signing.keystore | ''       | set ASSENT_SIGNING_KEYSTORE to a PKCS#12 file",
                "assent.signing.password | ''       | set ASSENT_SIGNING_KEYSTORE to a PKCS#12 file",
                "assent.signing.keystore | /nowhere | cannot be opened",
                "assent.signing.password | wrong    | cannot be opened",
                "assent.signing.alias    | other    | set ASSENT_SIGNING_ALIAS",
            })
    void production_is_told_in_a_sentence_which_key_it_lacks(String name, String value, String told) {
        Map<String, String> settings = new HashMap<>(TestKeyStore.settings());
        assertThat(fault(settings)).isEmpty();
        settings.put(name, value);

        assertThat(fault(settings))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).contains(told).doesNotContain("another long word", "nowhere"));
    }

    @ParameterizedTest
    @CsvSource({
        "EC, 2010-01-01T00:00:00Z, 2012-05-03T00:00:00Z, ended on 3 May 2012",
        "EC, 2110-01-01T00:00:00Z, 2112-05-03T00:00:00Z, begins on 1 January 2110",
        "Ed25519, 2010-01-01T00:00:00Z, 2112-05-03T00:00:00Z, neither an RSA nor an EC key",
    })
    void production_refuses_a_certificate_out_of_its_time_and_a_key_that_readers_do_not_know(
            String kind, Instant from, Instant until, String told) {
        assertThat(fault(TestKeyStore.settings(folder.resolve("brought.p12"), kind, from, until)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains(told));
    }

    @Test
    void production_does_not_take_a_demonstration_s_key() throws Exception {
        Path own = folder.resolve("taken");
        new TestAuthority(own).keys(Instant.now());

        assertThat(fault(Map.of(
                        "assent.signing.keystore", own.resolve("signing.p12").toString(),
                        "assent.signing.password", Files.readString(own.resolve("signing.password")),
                        "assent.signing.alias", "desk")))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("is a demonstration's"));
    }

    private static Optional<String> fault(Map<String, String> settings) {
        return SigningKeyStore.fault(environment(settings));
    }

    private static MockEnvironment environment(Map<String, String> settings) {
        MockEnvironment environment = new MockEnvironment();
        settings.forEach(environment::setProperty);
        return environment;
    }

    private static SigningKeys demonstration() {
        return new TestAuthority(PaperInspector.AUTHORITY).keys(Instant.now());
    }

    private static SigningKeys brought() {
        return SigningKeyStore.read(environment(TestKeyStore.settings()));
    }

    private static Notary notary(SigningKeys keys, Witness... witnesses) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        for (Witness witness : witnesses) {
            beans.addBean("witness", witness);
        }
        return new Notary(keys, beans.getBeanProvider(Witness.class));
    }

    private static int indexOf(byte[] pdf, String word) {
        return new String(pdf, StandardCharsets.ISO_8859_1).indexOf(word);
    }
}
