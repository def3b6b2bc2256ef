package org.assent.webapp;

import java.util.Map;
import org.assent.engine.Markup;
import org.assent.engine.Refusal;
import org.jspecify.annotations.Nullable;

/** What a small form of the case page sends. */
record Fields(Map<String, @Nullable String> values) {

    private static final int LONGEST = 2000;

    Fields {
        // a body that is empty, or says null
        if (values == null) {
            throw new Refusal("Nothing arrived of what was filled in. Please send it once more.");
        }
    }

    /** The field's text, which may be empty. */
    String text(String name) {
        @Nullable String sent = values.get(name);
        String text = sent == null ? "" : sent.strip();
        if (text.length() > LONGEST) {
            throw new Refusal("This text is too long. Please shorten it.");
        }
        if (Markup.isIn(text)) {
            throw new Refusal("This text holds a tag or a character that cannot be printed. Please write plain text.");
        }
        return text;
    }

    /** The field's text; refused in this sentence where it is empty. */
    String demand(String name, String sentence) {
        String text = text(name);
        if (text.isEmpty()) {
            throw new Refusal(sentence);
        }
        return text;
    }

    int number(String name) {
        String text = text(name);
        if (!text.matches("[0-9]{1,4}")) {
            throw new Refusal("Please choose one of the sessions.");
        }
        return Integer.parseInt(text);
    }
}
