package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.assent.engine.FreshDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;

/** What a case writes stands in its chain, and what is changed afterwards is found. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class LedgerTest {

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
    void what_nobody_touched_is_whole() {
        Verification.Result result = sealed.audit.verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.isWhole()).isTrue();
        assertThat(result.seals()).isEqualTo(1);
        assertThat(result.unsealed()).isZero();
        assertThat(result.rows()).isGreaterThan(50);
        List<String> contents = sealed.database.queryForList(
                "select content from ledger_entry where chain = ? order by position", String.class, sealed.chain);
        assertThat(contents).hasSizeGreaterThan(1);
        assertThat(String.join("\n", contents)).contains("act_hi_taskinst", "act_hi_procinst", "npo-lk");
    }

    /** With every right on the database: a statement, and what the audit must say of it first. */
    @TestFactory
    Stream<DynamicTest> what_an_attacker_does_is_found_and_named() throws IOException {
        List<String> lines;
        try (var file = LedgerTest.class.getResourceAsStream("tamperings.csv")) {
            lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(50);
        boolean postgres = "postgres".equals(System.getProperty("assent.database"));
        return lines.stream()
                .map(line -> postgres ? line.replace("binary varying", "bytea") : line)
                .map(line -> line.split("[|]", -1))
                .map(line -> DynamicTest.dynamicTest(
                        line[0].strip(),
                        () -> isFound(line[0].strip(), Finding.Fault.valueOf(line[1].strip()), line[2].strip())));
    }

    private void isFound(String statements, Finding.Fault fault, String where) {
        List<Finding> findings = sealed.transaction.execute(status -> {
            // nothing of it stays for the next attack
            status.setRollbackOnly();
            for (String statement : statements.split(";")) {
                assertThat(sealed.database.update(statement)).as(statement).isPositive();
            }
            return sealed.findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).fault()).as("%s", findings).isEqualTo(fault);
        assertThat(findings.get(0).where()).as("%s", findings).startsWith(where);
    }

    /** All that the database holds is consistent afterwards; only what lies outside tells. */
    @Test
    void an_entry_that_an_attacker_adds_by_all_the_rules_bears_no_mark_of_the_desk() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.update(
                    "update act_hi_taskinst set assignee_ = 'npo-np' where proc_inst_id_ = ?", sealed.chain);
            addEntry(99999999, "npo-np", hash -> Hash.of("a guess"));
            return sealed.findings();
        });

        assertThat(findings.get(0)).asString().startsWith("FORGED " + sealed.chain);
    }

    @Test
    void a_consistent_older_backup_is_told_by_the_file_outside() {
        sealed.transaction.executeWithoutResult(status -> {
            // what happens after the backup reaches the file of roots, and is gone from the database
            status.setRollbackOnly();
            WrittenRows later = new WrittenRows(null);
            later.add(new WrittenRows.Happening("later", Map.of(), sealed.chain));
            desk.getBean(ChainWriter.class).append(later);
            sealed.sealing.seal();
        });

        Verification.Result result = sealed.audit.verify();

        assertThat(result.findings()).singleElement().asString().startsWith("OLDER_BACKUP seal 2");
    }

    /** Whoever turns the sequence back makes an older record of a row win over the newer one. */
    @Test
    void an_entry_with_a_lower_number_than_the_one_before_it_is_found_though_the_desk_marked_it() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            addEntry(-1, "npo-lk", sealed.marks::of);
            return sealed.findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0)).asString().startsWith("REORDERED " + sealed.chain);
    }

    @Test
    void an_entry_that_the_desk_marked_and_numbered_is_no_finding() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            addEntry(nextNumber(), "npo-lk", sealed.marks::of);
            return sealed.findings();
        });

        assertThat(findings).isEmpty();
    }

    @Test
    void false_heads_before_the_true_ones_of_a_seal_vouch_for_nothing() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            int leaves = sealed.database.queryForObject("select count(*) from ledger_leaf", Integer.class);
            sealed.database.update("update ledger_leaf set ordinal = ordinal + 1000");
            for (int i = 0; i < leaves; i++) {
                addLeaf(1, i, sealed.chain, 1, Hash.of("false " + i));
            }
            sealed.database.update("update ledger_leaf set ordinal = ordinal + ? where ordinal >= 1000", leaves - 1000);
            return sealed.findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0)).asString().startsWith("CHANGED seal 1:");
    }

    @Test
    void one_more_head_under_a_seal_of_one_is_found() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            happen();
            addSeal(2, Instant.now(), sealed.chain, head(), hash());
            assertThat(sealed.findings()).isEmpty();
            addLeaf(2, 1, sealed.chain, head(), hash());
            return sealed.findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0)).asString().startsWith("CHANGED seal 2:");
    }

    @Test
    void a_second_hash_for_a_place_that_is_sealed_is_found() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            addSeal(2, Instant.now(), sealed.chain, head(), Hash.of("another end"));
            return sealed.findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0)).asString().startsWith("CHANGED " + sealed.chain + " #" + head() + ": Two seals");
    }

    /** Only without the constraint can there be such heads, and so outside of a transaction. */
    @Test
    void heads_of_a_seal_that_does_not_exist_vouch_for_nothing() {
        String constraint = sealed.database.queryForObject(
                "select constraint_name from information_schema.table_constraints"
                        + " where lower(table_name) = 'ledger_leaf' and constraint_type = 'FOREIGN KEY'",
                String.class);
        sealed.database.execute("alter table ledger_leaf drop constraint \"" + constraint + "\"");
        try {
            addLeaf(9, 0, sealed.chain, head(), hash());

            List<Finding> findings = sealed.findings();

            assertThat(findings).isNotEmpty();
            assertThat(findings.get(0)).asString().startsWith("FORGED seal 9:");
        } finally {
            sealed.database.update("delete from ledger_leaf where seal = 9");
            sealed.database.execute("alter table ledger_leaf add constraint \"" + constraint
                    + "\" foreign key (seal) references ledger_seal (number)");
        }
    }

    @Test
    void an_entry_that_later_seals_left_out_is_found() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            String other = sealed.database.queryForObject(
                    "select max(chain) from ledger_leaf where chain like 'desk:%'", String.class);
            happen();
            addSeal(2, Instant.now().plusSeconds(60), other, head(other), hash(other));
            // a transaction that commits late is left to the next seal
            assertThat(sealed.findings()).isEmpty();
            addSeal(3, Instant.now().plusSeconds(600), other, head(other), hash(other));
            return sealed.findings();
        });

        assertThat(findings).singleElement().asString().startsWith("MISSING " + sealed.chain + " #" + (head() + 1));
    }

    @Test
    void nobody_stops_the_sealing_of_a_case_by_a_false_note_of_how_far_it_is_sealed() {
        List<Long> leaves = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            sealed.database.update("update ledger_sealed set position = 1000000000");
            happen();
            sealed.sealing.seal();
            return sealed.database.queryForList(
                    "select position from ledger_leaf where seal = 2 and chain = ?", Long.class, sealed.chain);
        });

        assertThat(leaves).containsExactly(head() + 1);
    }

    @Test
    void a_chain_that_the_desk_did_not_write_gets_no_seal_and_keeps_no_other_from_its_own() {
        List<String> chains = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            happen();
            addEntry(99999999, "npo-np", hash -> Hash.of("a guess"));
            happen("another case");
            sealed.sealing.seal();
            return sealed.database.queryForList("select chain from ledger_leaf where seal = 2", String.class);
        });

        assertThat(chains).containsExactly("another case");
    }

    /** Each by somebody who may write to the database and does not know the secret. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update ledger_entry set content = content || ' ' where chain = ? and position = ?",
                "update ledger_entry set mark = hash where chain = ? and position = ?",
                "update ledger_entry set previous = hash where chain = ? and position = ?",
                "delete from ledger_entry where chain = ? and position = ?"
            })
    void a_new_entry_that_was_touched_is_not_sealed(String statement) {
        List<String> chains = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            happen();
            happen();
            assertThat(sealed.database.update(statement, sealed.chain, head() - 1))
                    .isEqualTo(1);
            sealed.sealing.seal();
            return sealed.database.queryForList("select chain from ledger_leaf where seal = 2", String.class);
        });

        assertThat(chains).doesNotContain(sealed.chain);
    }

    @Test
    void without_the_secret_nothing_is_called_whole() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("no secret"));

        List<Finding> findings = new Verification(
                        sealed.database,
                        sealed.keys,
                        new EntryMarks(elsewhere),
                        List.of(sealed.file),
                        sealed.ours.all())
                .run()
                .findings();

        assertThat(findings).singleElement().asString().startsWith("MISSING entry-key.hex");
    }

    /** A verify page would say of a document that nothing is on record. */
    @Test
    void a_document_that_is_taken_off_the_list_of_proofs_or_put_on_it_is_found() {
        String paper = Hash.of("a paper");
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            WrittenRows later = new WrittenRows(null);
            later.add(new WrittenRows.Happening("issued", Map.of("sha256", paper), sealed.chain));
            desk.getBean(ChainWriter.class).append(later);
            assertThat(sealed.findings()).isEmpty();
            sealed.database.update("update ledger_document set sha256 = ? where sha256 = ?", Hash.of("another"), paper);
            return sealed.findings();
        });

        assertThat(findings)
                .extracting(Finding::toString)
                .satisfiesExactlyInAnyOrder(
                        gone -> assertThat(gone).startsWith("MISSING ledger_document " + paper),
                        put -> assertThat(put).startsWith("INSERTED ledger_document " + Hash.of("another")));
    }

    /** What an administrator removed by what it was about names no ids, and covers nothing else. */
    @Test
    void a_clean_up_without_ids_hides_no_row_that_somebody_deletes() {
        List<Finding> findings = sealed.transaction.execute(status -> {
            status.setRollbackOnly();
            WrittenRows cleaned = new WrittenRows(null);
            cleaned.add(new WrittenRows.Happening(
                    Tombstones.CLEANED,
                    Map.of("table", "act_ru_authorization", "statement", "some", "ids", "", "where", "{}"),
                    null));
            desk.getBean(ChainWriter.class).append(cleaned);
            assertThat(sealed.database.update("delete from act_ru_authorization where group_id_ = 'auditors'"))
                    .isPositive();
            return sealed.findings();
        });

        assertThat(findings).first().asString().startsWith("MISSING act_ru_authorization ");
    }

    /** Whoever has the database alone must not get a seal of theirs into the file outside. */
    @Test
    void a_seal_that_the_desk_did_not_make_is_neither_followed_nor_copied() {
        String before = sealed.file.lastLine();
        sealed.transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            sealed.database.update(
                    "insert into ledger_seal (number, sealed_at, leaves, root, previous, hash, key_id, signature)"
                            + " select number + 40, sealed_at, leaves, root, previous, hash, key_id, signature from ledger_seal");
            happen();

            sealed.sealing.seal();

            assertThat(sealed.database.queryForList("select number from ledger_seal order by number", Long.class))
                    .containsExactly(1L, 41L);
            assertThat(sealed.file.lastLine()).isEqualTo(before);
        });
    }

    @Test
    void a_sequence_that_is_set_back_is_found() {
        long next = nextNumber();
        sealed.database.execute("alter sequence ledger_entry_seq restart with 1");
        try {
            assertThat(sealed.findings()).singleElement().asString().startsWith("CHANGED sequence ledger_entry_seq");
        } finally {
            sealed.database.execute("alter sequence ledger_entry_seq restart with " + next);
        }
    }

    private long nextNumber() {
        return sealed.database.queryForObject("select nextval('ledger_entry_seq')", Long.class);
    }

    private long head() {
        return head(sealed.chain);
    }

    private long head(String chain) {
        return sealed.database.queryForObject("select position from ledger_chain where chain = ?", Long.class, chain);
    }

    private String hash() {
        return hash(sealed.chain);
    }

    private String hash(String chain) {
        return sealed.database.queryForObject("select hash from ledger_chain where chain = ?", String.class, chain);
    }

    private void happen() {
        happen(sealed.chain);
    }

    private void happen(String chain) {
        WrittenRows later = new WrittenRows(null);
        later.add(new WrittenRows.Happening("later", Map.of(), chain));
        desk.getBean(ChainWriter.class).append(later);
    }

    /** At the end of the chain, after the pattern of the last one. */
    private void addEntry(long id, String by, UnaryOperator<String> mark) {
        long position = head() + 1;
        String before = hash();
        Instant wall = Instant.now().truncatedTo(ChronoUnit.MICROS);
        String content = sealed.database
                .queryForObject(
                        "select content from ledger_entry where chain = ? and position = ?",
                        String.class,
                        sealed.chain,
                        position - 1)
                .replace("npo-lk", by)
                .replaceFirst("\"position\":\"[0-9]+\"", "\"position\":\"" + position + "\"")
                .replaceFirst("\"entry\":\"[0-9]+\"", "\"entry\":\"" + id + "\"")
                .replaceFirst("\"wall\":\"[^\"]+\"", "\"wall\":\"" + wall + "\"");
        String hash = Hash.link(before, content);
        sealed.database.update(
                "insert into ledger_entry (id, chain, position, wall_at, content, previous, hash, mark) values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                sealed.chain,
                position,
                wall.atOffset(ZoneOffset.UTC),
                content,
                before,
                hash,
                mark.apply(hash));
        sealed.database.update(
                "update ledger_chain set position = ?, hash = ? where chain = ?", position, hash, sealed.chain);
    }

    private void addLeaf(long seal, int ordinal, String chain, long position, String hash) {
        sealed.database.update(
                "insert into ledger_leaf (seal, ordinal, chain, position, hash) values (?, ?, ?, ?, ?)",
                seal,
                ordinal,
                chain,
                position,
                hash);
    }

    /** A genuine one over one head. */
    private void addSeal(long number, Instant at, String chain, long position, String hash) {
        Instant sealedAt = at.truncatedTo(ChronoUnit.MILLIS);
        String previous = sealed.database.queryForObject(
                "select hash from ledger_seal where number = ?", String.class, number - 1);
        String root = Hash.root(List.of(Sealing.leaf(chain, position, hash)));
        String seal = Seal.hashOf(number, sealedAt, 1, root, previous);
        SealingKeys.Signed signed = sealed.keys.sign(seal);
        sealed.database.update(
                "insert into ledger_seal (number, sealed_at, leaves, root, previous, hash, key_id, signature) values (?, ?, 1, ?, ?, ?, ?, ?)",
                number,
                sealedAt.atOffset(ZoneOffset.UTC),
                root,
                previous,
                seal,
                signed.keyId(),
                signed.signature());
        addLeaf(number, 0, chain, position, hash);
    }
}
