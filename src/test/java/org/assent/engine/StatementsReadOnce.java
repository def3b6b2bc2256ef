package org.assent.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Reads the engine's SQL statements for the first desk of a test run on a kind of database, and lends them to the
 * others: they are the same for all, and reading them is what an engine spends most of its start on.
 */
public final class StatementsReadOnce extends AbstractProcessEnginePlugin
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final Map<String, Configuration> READ = new ConcurrentHashMap<>();

    @Override
    public void initialize(ConfigurableApplicationContext application) {
        application.getBeanFactory().registerSingleton("statementsReadOnce", this);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Configuration read = READ.get(statementsOf(engine));
        if (read != null) {
            engine.setSqlSessionFactory(new OwnDatabase(read, engine));
        }
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        READ.putIfAbsent(statementsOf(engine), engine.getSqlSessionFactory().getConfiguration());
    }

    /** What they depend on. */
    private static String statementsOf(ProcessEngineConfigurationImpl engine) {
        try (var connection = engine.getDataSource().getConnection()) {
            return connection.getMetaData().getDatabaseProductName()
                    + " "
                    + engine.getDatabaseTablePrefix()
                    + " "
                    + engine.isJdbcBatchProcessing();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lent statements, run on the borrower's own database. */
    private static final class OwnDatabase extends DefaultSqlSessionFactory {

        private final ProcessEngineConfigurationImpl engine;

        OwnDatabase(Configuration read, ProcessEngineConfigurationImpl engine) {
            super(read);
            this.engine = engine;
        }

        @Override
        public SqlSession openSession() {
            Configuration read = getConfiguration();
            var transaction = engine.getTransactionFactory().newTransaction(engine.getDataSource(), null, false);
            return new DefaultSqlSession(read, read.newExecutor(transaction, read.getDefaultExecutorType()), false);
        }
    }
}
