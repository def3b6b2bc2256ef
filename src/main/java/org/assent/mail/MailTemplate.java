package org.assent.mail;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What one kind of mail says; a capability offers it as a bean, a model names it in the parameter {@code template}. */
// public: the capabilities write their own letters
public interface MailTemplate {

    /** As the model spells it. */
    String name();

    /** The letters of one case; the details are the other input parameters of the step. */
    List<Message> compose(String businessKey, Map<String, String> details);

    /** A mail whose letters follow from the case's key alone. */
    static MailTemplate of(String name, Function<String, List<Message>> letters) {
        return new MailTemplate() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public List<Message> compose(String businessKey, Map<String, String> details) {
                return letters.apply(businessKey);
            }
        };
    }
}
