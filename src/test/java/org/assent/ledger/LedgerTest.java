package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a case writes stands in its chain, and what is changed afterwards is found. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
class LedgerTest {

    @Autowired
    ProcessEngine engine;

    @Autowired
    ProjectFixture projects;

    @Autowired
    JdbcTemplate database;

    @Autowired
    DataSource source;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Baseline baseline;

    @Autowired
    EntityTables ours;

    @Autowired
    EntryMarks marks;

    @TempDir
    Path folder;

    private SealingKeys keys;
    private RootsFile file;
    private Sealing sealing;
    private Audit audit;
    private String nomination;

    @BeforeEach
    void aCaseIsSealed() {
        keys = new SealingKeys(folder);
        file = new RootsFile(folder.resolve("roots.jsonl"));
        sealing = new Sealing(database, new TransactionTemplate(transactions), keys, List.of(file));
        audit = new Audit(source, keys, marks, List.of(file), ours);
        baseline.take();
        String code = projects.issuedAnew();
        nomination = engine.getRuntimeService()
                .startProcessInstanceByKey("nomination", code + "/LK", Map.of("economy", "LK", "projectCode", code))
                .getId();
        engine.getTaskService()
                .claim(
                        engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(nomination)
                                .singleResult()
                                .getId(),
                        "npo-lk");
        sealing.seal();
    }

    @Test
    void what_nobody_touched_is_whole() {
        Verification.Result result = audit.verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.seals()).isEqualTo(1);
        assertThat(result.unsealed()).isZero();
        assertThat(result.rows()).isGreaterThan(50);
        List<String> contents = database.queryForList(
                "select content from ledger_entry where chain = ? order by position", String.class, nomination);
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
        return lines.stream()
                .map(line -> line.split("[|]", -1))
                .map(line -> DynamicTest.dynamicTest(
                        line[0].strip(),
                        () -> isFound(line[0].strip(), Finding.Fault.valueOf(line[1].strip()), line[2].strip())));
    }

    private void isFound(String statements, Finding.Fault fault, String where) {
        List<Finding> findings = new TransactionTemplate(transactions).execute(status -> {
            // nothing of it stays for the next attack
            status.setRollbackOnly();
            for (String statement : statements.split(";")) {
                assertThat(database.update(statement)).as(statement).isPositive();
            }
            return new Verification(database, keys, marks, List.of(file), ours.all())
                    .run()
                    .findings();
        });

        assertThat(findings).isNotEmpty();
        assertThat(findings.get(0).fault()).as("%s", findings).isEqualTo(fault);
        assertThat(findings.get(0).where()).as("%s", findings).startsWith(where);
    }
}
