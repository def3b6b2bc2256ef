package org.assent.notification;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The parts below the table, as far as they are read. */
enum Section {
    HEADER,
    OBJECTIVES,
    BACKGROUND,
    SCOPE,
    FINANCIAL,
    CHANGE_HISTORY,
    OTHER;

    private static final Map<Section, Pattern> HEADINGS = Map.of(
            OBJECTIVES,
                    Pattern.compile(
                            "(?:project |program |specific )?objective(?: of the project)?|objective and (?:expected )?outcomes?"),
            BACKGROUND,
                    Pattern.compile(
                            "background|background and rationale|rationale|introduction|background information"),
            SCOPE,
                    Pattern.compile(
                            "scope|scope (?:and )?methodology.{0,60}|scope of (?:the )?(?:project|program).{0,60}|methodology"
                                    + "|(?:tentative |indicative |detailed )?program(?:me)?(?: (?:schedule|and topics))?|indicative topics"),
            FINANCIAL, Pattern.compile("financial arrangement|financial conditions?|financing"),
            CHANGE_HISTORY, Pattern.compile("change history.*|revision history.*|history of (?:changes|revisions).*"),
            OTHER,
                    Pattern.compile(
                            "implementation procedure|actions? by .{3,60}|project preparation|project implementation"
                                    + "|postproject actions?|post project actions?|evaluation.{0,40}|guide for participant|certificate of attendance"
                                    + "|expected outcomes?|outcomes?|contact (?:person|point|detail)s?|enclosures?|attachments?|annex.{0,20}"));

    static @Nullable Section of(String text) {
        if (text.length() > 100 || text.endsWith(".") || text.endsWith(";")) {
            return null;
        }
        String key = Labels.key(text);
        return HEADINGS.entrySet().stream()
                .filter(heading -> heading.getValue().matcher(key).matches())
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst()
                .orElse(null);
    }
}
