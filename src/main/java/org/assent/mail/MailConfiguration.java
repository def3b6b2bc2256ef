package org.assent.mail;

import java.time.Clock;
import org.assent.engine.Evidence;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.util.StringUtils;

/** With a mail server configured letters go out by SMTP, else into a folder. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailConfiguration {

    @Bean
    Post post(
            MailSettings settings,
            Clock clock,
            Environment environment,
            ObjectProvider<JavaMailSender> server,
            JdbcClient database,
            Evidence evidence,
            PlatformTransactionManager transactions) {
        Envelope envelope = new Envelope(settings.from(), clock);
        return StringUtils.hasText(environment.getProperty("spring.mail.host"))
                ? new SmtpPost(envelope, server.getObject(), new SentMails(database, clock, evidence), transactions)
                : new FilePost(envelope, settings.folder());
    }
}
