package org.assent.announcement;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.assent.mail.MailTemplate;
import org.assent.mail.Message;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail step of the announcement, and of a nomination's withdrawal, sends which letter. */
@Configuration(proxyBeanMethods = false)
class AnnouncementMails {

    @Bean
    MailTemplate sendAnnouncementMail(AnnouncementLetters letters) {
        return new Written("sendAnnouncement", (code, details) -> letters.announcement(code));
    }

    @Bean
    MailTemplate sendDelayInstructionMail(AnnouncementLetters letters) {
        return new Written("sendDelayInstruction", (code, details) -> letters.delayInstructions(code));
    }

    @Bean
    MailTemplate tellPromotionMail(PlaceLetters letters) {
        return new Written(
                "tellPromotion",
                (code, details) -> letters.promotion(
                        code, details.getOrDefault("withdrawn", ""), details.getOrDefault("promoted", "")));
    }

    @Bean
    MailTemplate tellEmptyPlaceMail(PlaceLetters letters) {
        return new Written(
                "tellEmptyPlace", (code, details) -> letters.emptyPlace(code, details.getOrDefault("withdrawn", "")));
    }

    @Bean
    MailTemplate tellWithdrawalMail(PlaceLetters letters) {
        return new Written("tellWithdrawal", (key, details) -> letters.withdrawals(key));
    }

    private record Written(String name, BiFunction<String, Map<String, String>, List<Message>> letters)
            implements MailTemplate {

        @Override
        public List<Message> compose(String businessKey, Map<String, String> details) {
            return letters.apply(businessKey, details);
        }
    }
}
