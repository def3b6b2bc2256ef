package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assent.engine.Evidence;
import org.assent.engine.FreshDesk;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What becomes of the ledger over the years: crashes, new keys, new releases, clean-up, erasure. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class LedgerLifeTest {

    @Autowired
    ApplicationContext desk;

    @TempDir
    Path folder;

    private SealedCase sealed;

    @BeforeEach
    void aCaseIsSealed() {
        sealed = new SealedCase(desk, folder);
    }

    @Test
    void a_crash_between_event_and_seal_loses_nothing() {
        String unsealed = sealed.nominateAgain();

        Verification.Result young = sealed.audit.verify();

        assertThat(young.findings()).isEmpty();
        assertThat(young.unsealed()).isPositive();
        assertThat(young.isWhole()).as("the unsealed is not called whole").isFalse();

        // the desk starts again: nothing of the one that died is needed
        new Sealing(
                        sealed.database,
                        sealed.transaction,
                        new SealingKeys(folder),
                        sealed.marks,
                        List.of(RootsFile.in(folder)))
                .seal();

        assertThat(sealed.audit.verify().isWhole()).isTrue();
        assertThat(sealed.database.queryForObject(
                        "select count(*) from ledger_entry where chain = ?", Long.class, unsealed))
                .isPositive();
    }

    @Test
    void a_crash_between_the_database_and_the_file_of_roots_is_made_good() throws Exception {
        sealed.nominateAgain();
        sealed.sealing(List.of()).seal();
        // half a line, as a full disk leaves it
        Files.writeString(sealed.file.path(), "{\"hash\":\"12", StandardOpenOption.APPEND);

        assertThat(sealed.file.lines()).hasSize(1);
        sealed.sealing.seal();

        assertThat(sealed.file.lines()).hasSize(2);
        assertThat(sealed.audit.verify().isWhole()).isTrue();
    }

    @Test
    void a_second_folder_holds_the_same_roots() throws Exception {
        RootsFile second = RootsFile.in(folder.resolve("second"));
        sealed.nominateAgain();

        sealed.sealing(List.of(sealed.file, second)).seal();

        assertThat(second.lines()).isEqualTo(sealed.file.lines()).hasSize(2);
    }

    @Test
    void a_new_key_signs_on_and_the_old_one_still_vouches_for_what_it_signed() throws Exception {
        Path signing = folder.resolve("signing-key.pem");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(signing)))
                .isEqualTo("rw-------");
        Files.move(signing, folder.resolve("signing-key-2022.pem"));
        sealed.nominateAgain();
        sealed.sealing.seal();

        assertThat(sealed.database.queryForList("select distinct key_id from ledger_seal", String.class))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(sealed.keys.known().keySet());
        assertThat(sealed.audit.verify().isWhole()).isTrue();

        String first = sealed.database.queryForObject("select key_id from ledger_seal where number = 1", String.class);
        Files.delete(folder.resolve(first + ".pub.pem"));

        assertThat(sealed.audit.verify().findings().get(0)).asString().startsWith("FORGED seal 1");
    }

    @Test
    void a_key_store_signs_as_a_file_does() throws Exception {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        assertThat(new ProcessBuilder(
                                keytool,
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-groupname",
                                "secp256r1",
                                "-alias",
                                "assent",
                                "-dname",
                                "CN=Assent",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                "changeit")
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
        SealingKeys keys =
                new SealingKeys(folder, new LedgerSettings.Store("PKCS12", store.toString(), "changeit", "assent"));

        SealingKeys.Signed signed = keys.sign(Hash.of("a root"));

        assertThat(SealingKeys.isGenuine(keys.known().get(signed.keyId()), Hash.of("a root"), signed.signature()))
                .isTrue();
        assertThat(SealingKeys.isGenuine(keys.known().get(signed.keyId()), Hash.of("another"), signed.signature()))
                .isFalse();
    }

    @Test
    void a_resumed_audit_still_finds_what_was_changed_since_it_was_interrupted() throws Exception {
        Checkpoint interrupted = Checkpoint.anew(folder, sealed.marks);
        interrupted.begin(1, Map.of());
        interrupted.reached("zzz");
        assertThat(Checkpoint.resume(folder, sealed.marks).isResumed()).isTrue();
        assertThat(sealed.audit
                        .verify(Verification.Progress.SILENT, Checkpoint.resume(folder, sealed.marks))
                        .isWhole())
                .isTrue();

        interrupted.reached("zzz");
        sealed.database.update(
                "update ledger_entry set content = replace(content, 'npo-lk', 'npo-np') where chain = ?", sealed.chain);

        assertThat(sealed.audit
                        .verify(Verification.Progress.SILENT, Checkpoint.resume(folder, sealed.marks))
                        .findings())
                .anySatisfy(finding -> assertThat(finding)
                        .asString()
                        .startsWith("CHANGED " + sealed.chain)
                        .contains("does not agree with its own hash"));
    }

    @Test
    void clean_up_leaves_a_tombstone_and_the_proof() {
        sealed.engine.getRuntimeService().deleteProcessInstance(sealed.chain, "withdrawn");
        String running = sealed.nominateAgain();
        ClockUtil.setCurrentTime(Date.from(Instant.now().plus(Duration.ofDays(3700))));
        sealed.engine.getHistoryService().cleanUpHistoryAsync(true);
        for (int batch = 0; batch < 20 && isInHistory(sealed.chain); batch++) {
            sealed.engine.getHistoryService().findHistoryCleanupJobs().forEach(job -> sealed.engine
                    .getManagementService()
                    .executeJob(job.getId()));
        }
        ClockUtil.reset();
        sealed.sealing.seal();

        assertThat(isInHistory(sealed.chain)).isFalse();
        assertThat(isInHistory(running)).isTrue();
        assertThat(contents(sealed.chain)).isNotEmpty().containsOnly("");
        assertThat(contents(Tombstones.CHAIN))
                .anySatisfy(stone ->
                        assertThat(stone).contains(sealed.chain).doesNotContain("act_hi_taskinst", "act_hi_varinst"));
        assertThat(sealed.audit.verify().findings()).isEmpty();

        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.update("update ledger_entry set content = '' where chain = ?", running);
            return sealed.findings();
        });

        assertThat(findings)
                .as("nobody but the clean-up empties a chain")
                .anySatisfy(finding -> assertThat(finding).asString().startsWith("CHANGED chain " + running));
    }

    @Test
    void what_is_erased_of_a_person_leaves_the_proof_and_nothing_to_guess_it_from() {
        long project = sealed.database.queryForObject("select min(id) from project", Long.class);
        String salt = salt(project);
        sealed.transaction.executeWithoutResult(status -> {
            sealed.database.update("update project set title = '-' where id = ?", project);
            desk.getBean(Evidence.class).erased("project", project);
        });
        sealed.sealing.seal();

        assertThat(salt(project)).isNotEqualTo(salt);
        assertThat(sealed.database.queryForList("select salt from ledger_salt", String.class))
                .doesNotContain(salt);
        assertThat(sealed.audit.verify().isWhole()).isTrue();
    }

    @Test
    void a_release_that_changes_reference_data_says_so_and_vouches_for_nothing_else() throws Exception {
        String name = sealed.database.queryForObject("select name from economy where iso2 = 'LK'", String.class);
        try {
            migrate("901", "update economy set name = 'Renamed' where iso2 = 'LK'");
            sealed.database.update("update economy set name = 'Tampered' where iso2 = 'NP'");
            assertThat(sealed.audit.verify().findings()).hasSize(2);

            desk.getBean(Baseline.class).takeMigrated(folder);

            assertThat(sealed.audit.verify().findings())
                    .singleElement()
                    .asString()
                    .startsWith("CHANGED economy NP");
        } finally {
            sealed.database.update("update economy set name = ? where iso2 = 'LK'", name);
            sealed.database.update("update economy set name = 'Nepal' where iso2 = 'NP'");
            sealed.database.execute("drop table \"flyway_ledger_test\"");
        }
    }

    private void migrate(String version, String sql) throws Exception {
        Path scripts = Files.createDirectories(folder.resolve("scripts"));
        Files.writeString(scripts.resolve("V" + version + "__change.sql"), sql + ";");
        Flyway.configure()
                .dataSource(desk.getBean(DataSource.class))
                .locations("filesystem:" + scripts)
                .table("flyway_ledger_test")
                .baselineOnMigrate(true)
                .baselineVersion("900")
                .callbacks(new MigrationWatch(folder))
                .load()
                .migrate();
    }

    private boolean isInHistory(String instance) {
        return sealed.engine
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    private List<String> contents(String chain) {
        return sealed.database.queryForList("select content from ledger_entry where chain = ?", String.class, chain);
    }

    private String salt(long project) {
        return sealed.database.queryForObject(
                "select salt from ledger_salt where table_name = 'project' and row_id = ?",
                String.class,
                Long.toString(project));
    }
}
