package org.assent.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assent.engine.CurrentActor;
import org.assent.engine.FreshDesk;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ten nodes' worth of writers on one database, two of which seal, while the engine works on cases. */
@SpringBootTest
@ExtendWith(FreshDesk.class)
@EnabledIfSystemProperty(named = "assent.database", matches = "postgres")
class ConcurrentWritersTest {

    private static final int NODES = 10;
    private static final int ROUNDS = 30;
    private static final int CHAINS = 5;
    private static final int CASES = 4;

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
    CurrentActor actor;

    @Autowired
    EntryMarks marks;

    @Autowired
    EntityTables ours;

    @Autowired
    Baseline baseline;

    @TempDir
    Path folder;

    @Test
    void ten_nodes_leave_no_gap_and_lose_nothing() throws Exception {
        baseline.take();
        SealingKeys keys = new SealingKeys(folder);
        String url = ((HikariDataSource) source).getJdbcUrl();
        List<String> codes = Stream.generate(projects::issuedAnew).limit(CASES).toList();
        List<HikariDataSource> pools = new ArrayList<>();
        List<Callable<Integer>> works = new ArrayList<>();
        CyclicBarrier together = new CyclicBarrier(NODES + 3);
        for (int node = 0; node < NODES; node++) {
            int number = node;
            HikariDataSource pool = new HikariDataSource();
            pools.add(pool);
            pool.setJdbcUrl(url);
            pool.setUsername("postgres");
            pool.setMaximumPoolSize(2);
            works.add(() -> {
                together.await();
                return write(pool, number);
            });
        }
        for (int sealer = 0; sealer < 2; sealer++) {
            Sealing sealing = new Sealing(
                    database,
                    new TransactionTemplate(transactions),
                    keys,
                    marks,
                    List.of(new RootsFile(folder.resolve("node-" + sealer + ".jsonl"))));
            works.add(() -> {
                together.await();
                for (int round = 0; round < 15; round++) {
                    sealing.seal();
                }
                return 0;
            });
        }
        works.add(() -> {
            together.await();
            for (String code : codes) {
                engine.getRuntimeService()
                        .startProcessInstanceByKey(
                                "nomination", code + "/LK", Map.of("economy", "LK", "projectCode", code));
            }
            return 0;
        });

        ExecutorService threads = Executors.newFixedThreadPool(works.size());
        int written = 0;
        try {
            List<Future<Integer>> ended = threads.invokeAll(works, 120, TimeUnit.SECONDS);
            for (Future<Integer> one : ended) {
                written += one.get();
            }
        } finally {
            threads.shutdownNow();
            pools.forEach(HikariDataSource::close);
        }
        RootsFile file = new RootsFile(folder.resolve("node-0.jsonl"));
        new Sealing(database, new TransactionTemplate(transactions), keys, marks, List.of(file)).seal();
        Verification.Result result = new Audit(source, keys, marks, List.of(file), ours).verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.unsealed()).isZero();
        assertThat(written).isEqualTo(NODES * ROUNDS * 2);
        assertThat(count("select count(*) from ledger_entry where chain like 'desk:shared-%'"))
                .isEqualTo(written);
        assertThat(count("select sum(position) from ledger_chain where chain like 'desk:shared-%'"))
                .as("positions without gaps")
                .isEqualTo(written);
        assertThat(codes.stream()
                        .mapToLong(code -> count(
                                "select count(*) from ledger_chain c join act_hi_procinst p on p.id_ = c.chain where p.business_key_ = '"
                                        + code + "/LK'"))
                        .sum())
                .isEqualTo(CASES);
    }

    /** Two chains in each transaction, named in any order. */
    private int write(DataSource pool, int node) {
        DataSourceTransactionManager own = new DataSourceTransactionManager(pool);
        ChainWriter writer = new ChainWriter(new JdbcTemplate(pool), Clock.systemUTC(), actor, marks, own);
        TransactionTemplate transaction = new TransactionTemplate(own);
        for (int round = 0; round < ROUNDS; round++) {
            WrittenRows rows = new WrittenRows(null);
            Map<String, String> facts = Map.of("node", Integer.toString(node), "round", Integer.toString(round));
            rows.add(new WrittenRows.Happening("tried", facts, "desk:shared-" + (node + round) % CHAINS));
            rows.add(new WrittenRows.Happening("tried", facts, "desk:shared-" + (node + 2 * round + 1) % CHAINS));
            int chains = (node + round) % CHAINS == (node + 2 * round + 1) % CHAINS ? 1 : 2;
            if (chains == 1) {
                rows.add(new WrittenRows.Happening("tried", facts, "desk:shared-" + (node + round + 1) % CHAINS));
            }
            transaction.executeWithoutResult(status -> writer.append(rows));
        }
        return 2 * ROUNDS;
    }

    private long count(String sql) {
        return database.queryForObject(sql, Long.class);
    }
}
