package org.assent.ledger;

import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where keys and roots lie: {@code assent.ledger.folder}, which belongs on another disk than the database. */
@Configuration(proxyBeanMethods = false)
class LedgerConfiguration {

    @Bean
    SealingKeys sealingKeys(@Value("${assent.ledger.folder:data/ledger}") Path folder, Environment environment) {
        return new SealingKeys(folder, !environment.acceptsProfiles(Profiles.of("prod")));
    }

    @Bean
    RootsFile rootsFile(@Value("${assent.ledger.folder:data/ledger}") Path folder) {
        return new RootsFile(folder.resolve("roots.jsonl"));
    }

    @Bean
    Sealing sealing(JdbcTemplate database, PlatformTransactionManager transactions, SealingKeys keys, RootsFile file) {
        return new Sealing(database, new TransactionTemplate(transactions), keys, file);
    }

    @Bean
    Audit audit(DataSource database, SealingKeys keys, RootsFile file, EntityWatch ours) {
        return new Audit(database, keys, file, ours);
    }
}
