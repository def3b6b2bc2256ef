package org.assent.mail;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

/** Writes letters by their template and posts them. */
@Service
class MailService {

    private static final String TEMPLATE = "template";

    private final Map<String, MailTemplate> templates;
    private final Post post;

    MailService(ObjectProvider<MailTemplate> templates, Post post) {
        this.templates = templates.stream().collect(toUnmodifiableMap(MailTemplate::name, Function.identity()));
        this.post = post;
    }

    void send(String businessKey, String step, Map<String, ? extends @Nullable Object> parameters) {
        Map<String, String> details = new HashMap<>();
        parameters.forEach((name, value) -> {
            if (value != null) {
                details.put(name, value.toString());
            }
        });
        String name = details.getOrDefault(TEMPLATE, step);
        details.remove(TEMPLATE);
        MailTemplate template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException("A model asks for the mail template " + name + ", which nobody offers.");
        }
        template.compose(businessKey, details).forEach(post::deliver);
    }
}
