package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.assent.engine.Evidence;
import org.assent.engine.FreshDesk;
import org.assent.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** What an auditor carries away, and what a third party finds in it. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class CaseBundleTest {

    private static final byte[] PAPER = "a paper that was issued".getBytes(StandardCharsets.UTF_8);

    @Autowired
    ApplicationContext desk;

    @TempDir
    Path folder;

    private SealedCase sealed;
    private String said = "";

    @BeforeEach
    void aCaseWithADocumentIsSealed() {
        sealed = new SealedCase(desk, folder);
        sealed.transaction.executeWithoutResult(status -> {
            long project = sealed.database.queryForObject("select min(id) from project", Long.class);
            WrittenRows rows = new WrittenRows(null);
            rows.add(new WrittenRows.Happening(
                    "issued", Map.of("document", "paper 1", "sha256", Hash.of(PAPER)), sealed.chain));
            WatchedTable table = sealed.ours.all().stream()
                    .filter(known -> known.name().equals("project"))
                    .findFirst()
                    .orElseThrow();
            rows.add(table, Long.toString(project), new WrittenRows.Row(List.of(project), sealed.chain, null));
            desk.getBean(ChainWriter.class).append(rows);
        });
        sealed.sealing.seal();
    }

    @Test
    void a_bundle_is_whole_without_database_and_names_what_it_holds() throws Exception {
        assertThat(check(bundle())).as(said).isZero();
        assertThat(said).contains("2 records with personal data, 1 documents", "WHOLE.");

        String key = Files.readString(
                folder.resolve(sealed.keys.known().keySet().iterator().next() + ".pub.pem"));
        Path own = Files.writeString(folder.resolve("own.pem"), key);
        assertThat(check(
                        bundle(),
                        "--key",
                        own.toString(),
                        "--roots",
                        sealed.file.path().toString()))
                .as(said)
                .isZero();
    }

    @Test
    void every_change_of_a_bundle_is_found_and_named() throws Exception {
        found("entries.jsonl", text -> text.replace("npo-lk", "npo-np"), "CHANGED");
        found("entries.jsonl", text -> text.substring(text.indexOf('\n') + 1), "REORDERED");
        found("entries.jsonl", text -> text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1), "MISSING");
        found("entries.jsonl", text -> text.replaceFirst("\"hash\":\"..", "\"hash\":\"00"), "CHANGED");
        found("proof.json", text -> text.replaceFirst("\"root\":\"...", "\"root\":\"000"), "CHANGED");
        found("proof.json", text -> text.replaceFirst("\"signature\":\"...", "\"signature\":\"000"), "FORGED");
        found("proof.json", text -> text.replaceFirst("\"sealedAt\":\"20", "\"sealedAt\":\"19"), "CHANGED");
        found("rows.jsonl", text -> text.replaceFirst("\"title\":\"", "\"title\":\"Not "), "CHANGED");
        found("documents/paper-1.pdf", text -> text + " and altered", "CHANGED");

        var other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
        Path foreign = Files.writeString(folder.resolve("foreign.pem"), SealingKeys.pem(other));
        assertThat(check(bundle(), "--key", foreign.toString())).isEqualTo(1);
        assertThat(said).contains("FORGED");
        assertThat(check(PAPER)).as("no bundle at all").isEqualTo(2);
    }

    @Test
    void what_was_taken_out_of_a_bundle_or_put_in_is_told() throws Exception {
        assertThat(check(with(bundle(), "rows.jsonl", ""))).as(said).isEqualTo(1);
        assertThat(said).contains("CHANGED rows.jsonl: It is not what the desk put in.", "NOT WHOLE");
        assertThat(check(with(bundle(), "rows.jsonl", null))).as(said).isEqualTo(1);
        assertThat(said).contains("MISSING rows.jsonl: The desk put it in, and it was taken out.");
        assertThat(check(with(bundle(), "documents/paper-1.pdf", null)))
                .as(said)
                .isEqualTo(1);
        assertThat(said).contains("MISSING documents/paper-1.pdf: The desk put it in, and it was taken out.");
        assertThat(check(with(bundle(), "contents.json", null))).as(said).isEqualTo(1);
        assertThat(said).contains("MISSING contents.json: The list of what the desk put in was taken out.");
        assertThat(check(with(bundle(), "notes.txt", "mine"))).as(said).isEqualTo(1);
        assertThat(said).contains("INSERTED notes.txt: The desk did not put it in.");
        // whoever takes out writes the list anew as well, and cannot sign it
        String list = new String(files(bundle()).get("contents.json"), StandardCharsets.UTF_8);
        String shorter = list.replaceFirst("\"documents/[^,]*,", "");
        assertThat(shorter).isNotEqualTo(list);
        assertThat(check(with(with(bundle(), "documents/paper-1.pdf", null), "contents.json", shorter)))
                .as(said)
                .isEqualTo(1);
        assertThat(said).contains("FORGED contents.json");
    }

    @Test
    void without_the_desk_s_keys_a_bundle_is_whole_in_itself_only() throws Exception {
        assertThat(checkWithoutKey(bundle())).as(said).isEqualTo(3);
        String own = Hash.of(sealed.keys.known().values().iterator().next().getEncoded());
        assertThat(said)
                .contains(own, "Whole in itself, but nobody outside vouches for the keys")
                .doesNotContain("WHOLE.");

        // a stranger takes a document out, and signs a list of what is left with a key of their own
        SealingKeys strange = new SealingKeys(folder.resolve("strange"));
        byte[] less = with(bundle(), "documents/paper-1.pdf", null);
        Map<String, String> hashes = new TreeMap<>();
        files(less).forEach((name, content) -> {
            if (!name.startsWith("keys/") && !name.equals("contents.json")) {
                hashes.put(name, Hash.of(content));
            }
        });
        SealingKeys.Signed signed = strange.sign(CaseBundle.contentsHash(sealed.chain, hashes));
        var key = strange.known().get(signed.keyId());
        byte[] forged = with(
                with(less, "keys/" + signed.keyId() + ".pub.pem", SealingKeys.pem(key)),
                "contents.json",
                CanonicalJson.write(Map.of(
                        "case",
                        sealed.chain,
                        "files",
                        hashes,
                        "key",
                        signed.keyId(),
                        "signature",
                        signed.signature())));
        assertThat(checkWithoutKey(forged)).as(said).isEqualTo(3);
        assertThat(said).as("both are there to be compared").contains(own, Hash.of(key.getEncoded()));
        assertThat(check(forged)).as(said).isEqualTo(1);
        assertThat(said).contains("FORGED contents.json: This key did not sign the list");
    }

    @Test
    void beside_the_keys_that_signed_nothing_lies_among_the_keys() throws Exception {
        String key = sealed.keys.known().keySet().iterator().next();
        String other = SealingKeys.pem(
                KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic());
        for (String name :
                List.of("keys/0123456789abcdef.pub.pem", "keys/letter.pdf", "keys/" + key + ".pub.pem.exe")) {
            assertThat(check(with(bundle(), name, other))).as(said).isEqualTo(1);
            assertThat(said).contains("INSERTED " + name + ": No signature needs it.");
        }
        for (String content :
                List.of(other, "read me: " + SealingKeys.pem(sealed.keys.known().get(key)))) {
            assertThat(check(with(bundle(), "keys/" + key + ".pub.pem", content)))
                    .as(said)
                    .isEqualTo(1);
            assertThat(said).contains("CHANGED keys/" + key + ".pub.pem");
        }
    }

    @Test
    void a_zip_that_two_programs_read_in_two_ways_is_refused() throws Exception {
        byte[] bundle = bundle();
        byte[] other = with(bundle, "rows.jsonl", "");
        refused(joined(other, bundle), "not one zip file");
        refused(joined(bundle, other), "not one zip file");
        refused(joined(PAPER, bundle), "not one zip file");
        refused(joined(bundle, PAPER), "not one zip file");
        byte[] twin = with(bundle, "rows.jsonX", "");
        refused(renamed(twin, "rows.jsonX", true), "two files of one name");
        refused(renamed(twin, "rows.jsonX", false), "two files of one name");
        refused(renamed(with(bundle, "notes.txt", ""), "notes.txt", false), "not what its own directory says");
    }

    private void refused(byte[] bundle, String why) {
        assertThat(check(bundle)).as(why + ": " + said).isEqualTo(2);
        assertThat(said).contains(why);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /** Its last letter is another, in the directory too or before the content only. */
    private static byte[] renamed(byte[] zip, String name, boolean everywhere) {
        String bytes = new String(zip, StandardCharsets.ISO_8859_1);
        String other = name.substring(0, name.length() - 1) + "l";
        String changed = everywhere ? bytes.replace(name, other) : bytes.replaceFirst(name, other);
        assertThat(changed).as("the attack does something").isNotEqualTo(bytes);
        return changed.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void what_the_desk_no_longer_keeps_leaves_the_bundle_whole_and_is_told() {
        long project = sealed.database.queryForObject("select min(id) from project", Long.class);
        sealed.transaction.executeWithoutResult(status -> {
            sealed.database.update("update project set title = '-' where id = ?", project);
            desk.getBean(Evidence.class).erased("project", project);
        });
        sealed.sealing.seal();

        assertThat(check(bundle())).as(said).isZero();
        assertThat(said)
                .contains(
                        "1 records with personal data, 1 documents",
                        "The desk packed it without 1 records and 0 documents that the entries name",
                        "WHOLE.");
    }

    @Test
    void only_auditors_and_administrators_have_the_ledger_verified_and_that_is_on_record() throws Exception {
        IdentityService identity = sealed.engine.getIdentityService();
        LedgerDesk page = new LedgerDesk(
                sealed.audit,
                sealed.sealing,
                settings(),
                sealed.keys,
                sealed.ours,
                sealed.database,
                desk.getBean(PlatformTransactionManager.class),
                desk.getBean(Evidence.class),
                identity,
                desk.getBeanProvider(IssuedDocuments.class));
        identity.setAuthentication("npo-lk", List.of("npo-liaison"));
        assertThatThrownBy(page::verify).isInstanceOf(Refusal.class);
        assertThatThrownBy(page::state).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> page.bundle(sealed.key)).isInstanceOf(Refusal.class);

        identity.setAuthentication("auditor", List.of("auditors"));
        page.verify();
        await().pollInSameThread().atMost(Duration.ofSeconds(60)).until(() -> !"running"
                .equals(page.state().get("state")));

        assertThat(page.state()).containsEntry("state", "whole").containsEntry("wrong", 0);
        LedgerDesk.Packed packed = page.bundle(sealed.key);
        assertThat(packed.name()).isEqualTo("assent-" + sealed.key.replace("/", "-") + ".zip");
        assertThat(check(packed.content())).as(said).isZero();
        assertThat(said)
                .as("nobody at this desk keeps the paper")
                .contains("The desk packed it without 0 records and 1 documents that the entries name");
        Path published = Files.write(folder.resolve("published.pem"), page.keys());
        assertThat(check(packed.content(), "--key", published.toString()))
                .as(said)
                .isZero();
        identity.setAuthentication("npo-lk", List.of("npo-liaison"));
        assertThatThrownBy(page::keys).isInstanceOf(Refusal.class);
        identity.setAuthentication("admin", List.of("camunda-admin"));
        assertThat(page.state()).containsEntry("state", "whole");
        assertThatThrownBy(() -> page.bundle(sealed.key))
                .as("who operates the engine has no business with candidates")
                .isInstanceOf(Refusal.class);
        identity.setAuthentication("auditor", List.of("auditors"));
        assertThatThrownBy(() -> page.bundle("22-NO-SUCH/LK")).isInstanceOf(Refusal.class);
        assertThat(sealed.database.queryForList(
                        "select content from ledger_entry where chain in ('desk:bundle', 'desk:ledger verified')",
                        String.class))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).contains("auditor"));
    }

    @Test
    void a_bundle_names_its_cases_and_verifies_with_every_key_that_the_desk_publishes() throws Exception {
        assertThat(new String(files(bundle()).get("README.txt"), StandardCharsets.UTF_8))
                .startsWith("Case: Nomination by one economy " + sealed.key + "\n");

        // the list is signed by a newer key than the seal
        Files.move(folder.resolve("signing-key.pem"), folder.resolve("signing-key-2022.pem"));
        byte[] bundle = bundle();
        String all = "";
        for (var key : sealed.keys.known().values()) {
            all += "# A key of the desk\n" + SealingKeys.pem(key) + "\n";
        }
        assertThat(sealed.keys.known()).hasSize(2);
        Path published = Files.writeString(folder.resolve("published.pem"), all);

        assertThat(checkWithoutKey(bundle)).as(said).isEqualTo(3);
        assertThat(check(bundle, "--key", published.toString())).as(said).isZero();
    }

    @Test
    void what_is_written_after_the_seal_waits_for_the_next_bundle() {
        sealed.engine.getTaskService().setVariable(sealed.task(sealed.chain), "economy", "LK");

        assertThat(check(bundle())).as(said).isZero();
        assertThat(said).contains("3 entries");
        sealed.sealing.seal();
        assertThat(check(bundle())).as(said).isZero();
        assertThat(said).contains("4 entries");
    }

    @Test
    void a_document_on_record_has_a_proof_as_soon_as_it_is_sealed() {
        LedgerProofs proofs = new LedgerProofs(sealed.database, sealed.keys);

        assertThat(proofs.of(Hash.of(PAPER))).hasValueSatisfying(proof -> {
            assertThat(proof.root()).isEqualTo(2);
            assertThat(proof.sealed()).isAfterOrEqualTo(proof.recorded().minusSeconds(1));
            assertThat(proof.evidence()).contains(proof.key());
        });
        assertThat(new LedgerWitness(desk.getBean(Evidence.class), proofs).proof(Hash.of(PAPER)))
                .hasValueSatisfying(proof -> assertThat(proof.sentence())
                        .startsWith("On record since ")
                        .contains("by root 2 "));
        assertThat(proofs.of(Hash.of("another paper"))).isEmpty();
        assertThat(desk.getBean(LedgerProofs.class).of(Hash.of(PAPER)))
                .as("sealed with a key that is not the desk's")
                .isEmpty();
        provesNothing(proofs, "update ledger_entry set content = replace(content, 'paper 1', 'paper 2')");
        provesNothing(proofs, "update ledger_leaf set hash = '" + Hash.NONE + "' where seal = 2");
        provesNothing(proofs, "update ledger_leaf set chain = 'desk:other' where seal = 2 and ordinal = 0");
        provesNothing(proofs, "update ledger_seal set root = '" + Hash.NONE + "' where number = 2");
        provesNothing(proofs, "update ledger_seal set signature = '00' where number = 2");
    }

    private void provesNothing(LedgerProofs proofs, String change) {
        sealed.transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            assertThat(sealed.database.update(change)).as(change).isPositive();
            assertThat(proofs.of(Hash.of(PAPER))).as(change).isEmpty();
        });
    }

    private LedgerSettings settings() {
        return new LedgerSettings(
                folder.toString(), "", "", "", Duration.ZERO, Duration.ZERO, "", LedgerSettings.Store.NONE);
    }

    private byte[] bundle() {
        IssuedDocuments house = name -> name.equals("paper 1")
                ? Optional.of(new IssuedDocuments.Issued("paper-1.pdf", PAPER))
                : Optional.empty();
        return new CaseBundle(sealed.database, sealed.keys, folder, sealed.ours.all(), List.of(house)).of(sealed.chain);
    }

    private void found(String file, UnaryOperator<String> change, String fault) throws Exception {
        assertThat(check(changed(bundle(), file, change)))
                .as(file + ": " + said)
                .isEqualTo(1);
        assertThat(said.lines().skip(1).findFirst().orElseThrow()).as(file).startsWith(fault);
    }

    /** As somebody who was given the desk's keys. */
    private int check(byte[] bundle) {
        return check(bundle, "--key", published().toString());
    }

    private Path published() {
        try {
            return Files.writeString(
                    folder.resolve("published.pem"),
                    sealed.keys.known().values().stream().map(SealingKeys::pem).collect(Collectors.joining()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private int checkWithoutKey(byte[] bundle) {
        return check(bundle, new String[0]);
    }

    private int check(byte[] bundle, String... options) {
        try {
            Path file = Files.write(folder.resolve("bundle.zip"), bundle);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            var arguments = new java.util.ArrayList<>(List.of(options));
            arguments.add(file.toString());
            int status = VerifyBundleCommand.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8));
            said = out.toString(StandardCharsets.UTF_8);
            return status;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] changed(byte[] bundle, String file, UnaryOperator<String> change) throws Exception {
        String before = new String(files(bundle).get(file), StandardCharsets.UTF_8);
        String after = change.apply(before);
        assertThat(after).as("the attack does something").isNotEqualTo(before);
        return with(bundle, file, after);
    }

    private static Map<String, byte[]> files(byte[] bundle) throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bundle))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] with(byte[] bundle, String file, @Nullable String content) throws Exception {
        Map<String, byte[]> files = files(bundle);
        if (content == null) {
            assertThat(files.remove(file)).as("the attack does something").isNotNull();
        } else {
            files.put(file, content.getBytes(StandardCharsets.UTF_8));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var one : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
