package org.assent.notary;

import java.nio.file.Path;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.util.StringUtils;

/** Which key signs: the organisation's own where one is set, as production must, else a demonstration's. */
@Configuration(proxyBeanMethods = false)
class NotaryConfiguration {

    @Bean
    SigningKeys signingKeys(Environment environment, @Value("${assent.signing.folder:data/signing}") Path folder) {
        boolean brought = StringUtils.hasText(environment.getProperty("assent.signing.keystore"));
        return brought || environment.acceptsProfiles(Profiles.of("prod"))
                ? SigningKeyStore.read(environment)
                : new TestAuthority(folder).keys(Instant.now());
    }
}
