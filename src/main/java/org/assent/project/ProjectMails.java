package org.assent.project;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail step of a project sends which letter. */
@Configuration(proxyBeanMethods = false)
class ProjectMails {

    @Bean
    MailTemplate circulateNotificationMail(ProjectLetters letters) {
        return new Written("circulateNotification", letters::circulation);
    }

    @Bean
    MailTemplate circulateRevisionMail(ProjectLetters letters) {
        return new Written("circulateRevision", letters::revision);
    }

    @Bean
    MailTemplate tellPostponementMail(ProjectLetters letters) {
        return new Written("tellPostponement", letters::postponement);
    }

    @Bean
    MailTemplate tellCancellationMail(ProjectLetters letters) {
        return new Written("tellCancellation", letters::cancellation);
    }

    private record Written(String name, Function<String, List<Message>> letters) implements MailTemplate {

        @Override
        public List<Message> compose(String businessKey, Map<String, String> details) {
            return letters.apply(businessKey);
        }
    }
}
