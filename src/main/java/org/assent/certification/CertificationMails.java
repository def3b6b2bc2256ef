package org.assent.certification;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail step of certification sends which letter. */
@Configuration(proxyBeanMethods = false)
class CertificationMails {

    @Bean
    MailTemplate sendCertificatesMail(CertificationLetters letters) {
        return new Written("sendCertificates", letters::certificates);
    }

    @Bean
    MailTemplate tellWithoutCertificateMail(CertificationLetters letters) {
        return new Written("tellWithoutCertificate", letters::withoutCertificate);
    }

    @Bean
    MailTemplate tellRevocationMail(CertificationLetters letters) {
        return new Written("tellRevocation", letters::revocations);
    }

    private record Written(String name, Function<String, List<Message>> letters) implements MailTemplate {

        @Override
        public List<Message> compose(String businessKey, Map<String, String> details) {
            return letters.apply(businessKey);
        }
    }
}
