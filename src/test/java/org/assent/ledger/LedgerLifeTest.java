package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.persistence.EntityManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
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
import org.h2.api.Trigger;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
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

    /** By Hibernate, which writes every column as it found it. */
    @Test
    void a_row_of_ours_that_was_changed_by_hand_is_found_though_the_desk_wrote_it_again() {
        String id = sealed.database.queryForObject("select min(id) from project", String.class);
        rewriteProject(id, "planned by somebody");
        assertThat(sealed.findings()).isEmpty();
        sealed.database.update("update project set title = 'Another title' where id = ?", Long.valueOf(id));

        rewriteProject(id, "planned by somebody else");

        assertThat(sealed.findings())
                .singleElement()
                .asString()
                .startsWith("CHANGED project " + id + ": It was not as recorded when the desk wrote it again");
    }

    @Test
    void a_row_of_ours_that_was_put_in_by_hand_is_found_though_the_desk_wrote_it_again() {
        sealed.database.update("insert into project (id, code, title, state, planned_by, unread, version)"
                + " select 123456789, 'by hand', title, state, planned_by, unread, version from project"
                + " where id = (select min(id) from project)");

        rewriteProject("123456789", "planned by somebody");

        assertThat(sealed.findings())
                .singleElement()
                .asString()
                .startsWith("CHANGED project 123456789: It was not as recorded");
    }

    /** The engine writes the end and leaves the beginning as it stands. */
    @Test
    void a_step_whose_beginning_was_moved_by_hand_is_found_though_the_engine_ended_it_afterwards() {
        String task = sealed.task(sealed.chain);
        sealed.engine.getTaskService().setPriority(task, 60);
        assertThat(sealed.findings()).isEmpty();
        sealed.database.update(
                "update act_hi_taskinst set start_time_ = start_time_ - interval '1' day where id_ = ?", task);

        sealed.engine.getTaskService().setPriority(task, 70);

        assertThat(sealed.findings())
                .singleElement()
                .asString()
                .startsWith(
                        "CHANGED act_hi_taskinst " + task + ": It was not as recorded when the desk wrote it again");
    }

    @Test
    void a_view_in_the_place_of_a_table_is_found() {
        sealed.database.execute("alter table act_hi_comment rename to hidden_comment");
        try {
            sealed.database.execute("create view act_hi_comment as select * from hidden_comment");

            assertThat(sealed.findings()).first().asString().startsWith("CHANGED table act_hi_comment: It is no table");
        } finally {
            sealed.database.execute("drop view if exists act_hi_comment");
            sealed.database.execute("alter table hidden_comment rename to act_hi_comment");
        }
    }

    @Test
    void a_table_that_was_taken_away_is_found() {
        sealed.database.execute("alter table act_hi_taskinst rename to gone_taskinst");
        try {
            assertThat(sealed.findings())
                    .anySatisfy(found -> assertThat(found.toString()).startsWith("MISSING table act_hi_taskinst"));
        } finally {
            sealed.database.execute("alter table gone_taskinst rename to act_hi_taskinst");
        }
    }

    /** H2 knows no such thing: its tables lie in one schema for this desk. */
    @Test
    void tables_and_catalogues_put_before_ours_are_found_and_not_read() {
        assumeTrue(new StoredRows(sealed.database).isPostgres());
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.execute("create schema evil");
            sealed.database.execute("create table evil.act_hi_taskinst as select * from public.act_hi_taskinst");
            sealed.database.execute("update public.act_hi_taskinst set assignee_ = 'npo-np'");
            sealed.database.execute("create view evil.pg_trigger as select * from pg_catalog.pg_trigger where false");
            sealed.database.execute("set local search_path = evil, public, pg_catalog");
            return sealed.findings();
        });

        assertThat(findings)
                .first()
                .asString()
                .startsWith("CHANGED search_path: The database looks for tables in evil");
        assertThat(findings).anySatisfy(found -> assertThat(found.toString()).startsWith("CHANGED act_hi_taskinst"));
    }

    @Test
    void a_row_that_stands_twice_is_found() {
        assumeTrue(new StoredRows(sealed.database).isPostgres(), "only there can it be undone");
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            String key = sealed.database.queryForObject(
                    "select conname from pg_constraint where conrelid = 'act_hi_taskinst'::regclass and contype = 'p'",
                    String.class);
            sealed.database.execute("alter table act_hi_taskinst drop constraint " + key);
            sealed.database.update("insert into act_hi_taskinst select * from act_hi_taskinst");
            return sealed.findings();
        });

        assertThat(findings).first().asString().contains("INSERTED act_hi_taskinst", "more than once");
    }

    @Test
    void what_is_no_number_is_a_finding_and_no_end_of_the_audit() {
        assumeTrue(new StoredRows(sealed.database).isPostgres(), "only there is NaN a number");
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.update("update act_hi_varinst set double_ = 'NaN'");
            return sealed.findings();
        });

        assertThat(findings).first().asString().startsWith("CHANGED act_hi_varinst");
    }

    @Test
    void a_trigger_at_a_table_that_nobody_watches_is_found_too() {
        boolean postgres = new StoredRows(sealed.database).isPostgres();
        if (postgres) {
            sealed.database.execute(
                    "create function swallow() returns trigger language plpgsql as 'begin return null; end'");
        }
        sealed.database.execute("create trigger swallow before insert on act_ru_task for each row "
                + (postgres ? "execute function swallow()" : "call '" + Swallow.class.getName() + "'"));
        try {
            assertThat(sealed.findings())
                    .singleElement()
                    .asString()
                    .startsWithIgnoringCase("CHANGED table act_ru_task: The trigger “swallow”");
        } finally {
            sealed.database.execute("drop trigger swallow" + (postgres ? " on act_ru_task" : ""));
            sealed.database.execute("drop " + (postgres ? "function swallow()" : "alias if exists swallow"));
        }
    }

    @Test
    void a_trigger_that_rewrites_what_is_recorded_is_found() {
        boolean postgres = new StoredRows(sealed.database).isPostgres();
        if (postgres) {
            sealed.database.execute(
                    "create function swallow() returns trigger language plpgsql as 'begin return null; end'");
        }
        sealed.database.execute("create trigger swallow before insert on act_hi_op_log for each row "
                + (postgres ? "execute function swallow()" : "call '" + Swallow.class.getName() + "'"));
        try {
            assertThat(sealed.findings())
                    .singleElement()
                    .asString()
                    .startsWithIgnoringCase("CHANGED table act_hi_op_log: The trigger “swallow”");
        } finally {
            sealed.database.execute("drop trigger swallow" + (postgres ? " on act_hi_op_log" : ""));
            sealed.database.execute("drop " + (postgres ? "function swallow()" : "alias if exists swallow"));
        }
    }

    /** Public: H2 makes one. */
    public static final class Swallow implements Trigger {
        @Override
        public void fire(Connection connection, Object[] before, Object[] after) {
            // nothing is changed: that it is there must be told
        }
    }

    private void rewriteProject(String id, String plannedBy) {
        EntityManager entities = desk.getBean(EntityManager.class);
        sealed.transaction.executeWithoutResult(status -> {
            Object project = entities.createQuery("from Project where id = :id", Object.class)
                    .setParameter("id", Long.valueOf(id))
                    .getSingleResult();
            var persister =
                    entities.unwrap(SharedSessionContractImplementor.class).getEntityPersister(null, project);
            persister.setValue(project, persister.getPropertyIndex("plannedBy"), plannedBy);
        });
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
