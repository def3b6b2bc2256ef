package org.assent.ledger;

import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.flywaydb.core.api.callback.Callback;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.MailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The ledger's parts, put together: what lies outside the database is told by {@code assent.ledger}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
class LedgerConfiguration {

    @Bean
    SealingKeys sealingKeys(LedgerSettings settings) {
        return settings.keys();
    }

    @Bean
    EntryMarks entryMarks(LedgerSettings settings) {
        return settings.marks();
    }

    @Bean
    EntityTables entityTables(EntityManagerFactory entities) {
        return new EntityTables(entities.unwrap(SessionFactoryImplementor.class));
    }

    @Bean
    Sealing sealing(
            JdbcTemplate database,
            PlatformTransactionManager transactions,
            SealingKeys keys,
            EntryMarks marks,
            LedgerSettings settings) {
        return new Sealing(database, new TransactionTemplate(transactions), keys, marks, settings.roots());
    }

    @Bean
    SealingTimes sealingTimes(Sealing sealing, LedgerSettings settings, ObjectProvider<MailSender> mails) {
        return new SealingTimes(sealing, settings, new TimeStamps(settings), new RootsMail(settings, sealing, mails));
    }

    @Bean
    Audit audit(DataSource database, SealingKeys keys, EntryMarks marks, LedgerSettings settings, EntityTables ours) {
        return new Audit(database, keys, marks, settings.roots(), ours);
    }

    @Bean
    static Callback migrationWatch(Environment environment) {
        // Flyway comes before most beans, so what it needs is read here and not injected
        return new MigrationWatch(Path.of(environment.getProperty("assent.ledger.folder", "data/ledger")));
    }
}
