package org.assent.nomination;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assent.engine.OpenTask;
import org.assent.engine.TaskPrefill;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Offers the forms' content and the letters under the names that the model gives them. */
@Configuration(proxyBeanMethods = false)
class NominationConfiguration {

    @Bean
    TaskPrefill enterCandidatesPrefill(NominationForms forms) {
        return new Prefill("enterCandidates", forms::enterCandidates);
    }

    @Bean
    TaskPrefill endorseCandidatesPrefill(NominationForms forms) {
        return new Prefill("endorseCandidates", forms::endorseCandidates);
    }

    @Bean
    TaskPrefill reconsiderNominationsPrefill(NominationForms forms) {
        return new Prefill("reconsiderNominations", forms::reconsiderNominations);
    }

    @Bean
    TaskPrefill submitEvaluationPrefill(NominationForms forms) {
        return new Prefill("submitEvaluation", forms::submitEvaluation);
    }

    @Bean
    MailTemplate firstReminder(NominationLetters letters) {
        return new Letter("sendFirstReminder", letters::firstReminder);
    }

    @Bean
    MailTemplate secondReminder(NominationLetters letters) {
        return new Letter("sendSecondReminder", letters::secondReminder);
    }

    @Bean
    MailTemplate incompleteReturned(NominationLetters letters) {
        return new Letter("returnNominations", letters::incompleteReturned);
    }

    private record Prefill(String task, Function<OpenTask, Map<String, Object>> read) implements TaskPrefill {

        @Override
        public Map<String, ?> values(OpenTask open) {
            return read.apply(open);
        }
    }

    private record Letter(String name, Function<String, List<Message>> write) implements MailTemplate {

        @Override
        public List<Message> compose(String businessKey, Map<String, String> details) {
            return write.apply(businessKey);
        }
    }
}
