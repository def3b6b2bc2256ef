package org.assent.ledger;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.assent.project.ProjectFixture;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A nomination that is on record and sealed, with keys and roots of its own. */
final class SealedCase {

    final JdbcTemplate database;
    final ProcessEngine engine;
    final TransactionTemplate transaction;
    final SealingKeys keys;
    final EntryMarks marks;
    final RootsFile file;
    final EntityTables ours;
    final Sealing sealing;
    final Audit audit;
    final String chain;
    final String key;
    private final ProjectFixture projects;

    SealedCase(ApplicationContext desk, Path folder) {
        database = desk.getBean(JdbcTemplate.class);
        engine = desk.getBean(ProcessEngine.class);
        transaction = new TransactionTemplate(desk.getBean(PlatformTransactionManager.class));
        keys = new SealingKeys(folder);
        marks = desk.getBean(EntryMarks.class);
        file = RootsFile.in(folder);
        ours = desk.getBean(EntityTables.class);
        sealing = sealing(List.of(file));
        audit = new Audit(desk.getBean(DataSource.class), keys, marks, List.of(file), ours);
        projects = desk.getBean(ProjectFixture.class);
        desk.getBean(Baseline.class).take();
        key = projects.issuedAnew() + "/LK";
        chain = nominate(key);
        engine.getTaskService().claim(task(chain), "npo-lk");
        sealing.seal();
    }

    Sealing sealing(List<RootsFile> files) {
        return new Sealing(database, transaction, keys, marks, files);
    }

    String nominateAgain() {
        return nominate(projects.issuedAnew() + "/LK");
    }

    private String nominate(String key) {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "nomination", key, Map.of("economy", "LK", "projectCode", key.substring(0, key.length() - 3)))
                .getId();
    }

    String task(String instance) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    /** Inside a transaction, where it sees what is not committed. */
    List<Finding> findings() {
        return new Verification(database, keys, marks, List.of(file), ours.all())
                .run()
                .findings();
    }
}
