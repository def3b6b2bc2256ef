package org.assent.engine;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a cell of a decision table or a formula of a form says, held to comparing and a few harmless functions. */
final class FeelText {

    private static final Pattern TEXT = Pattern.compile("\"(\\\\.|[^\"\\\\])*\"");
    private static final Pattern CALL = Pattern.compile("([\\w$]+)\\s*\\(");
    private static final Pattern INSIDE = Pattern.compile("[A-Za-z_)\\]]\\s*\\.\\s*\\w|[{}`;#$\\\\]");
    private static final Pattern CODE =
            Pattern.compile("\\b(function|external|java|class|getclass|forname|runtime)\\b");
    /** The last word of each function's name. */
    private static final Set<String> FUNCTIONS = Set.of(
            "not",
            "date",
            "time",
            "duration",
            "and",
            "or",
            "if",
            "then",
            "else",
            "in",
            "between",
            "count",
            "sum",
            "min",
            "max",
            "abs",
            "floor",
            "ceiling",
            "decimal",
            "number",
            "string",
            "contains",
            "with",
            "length",
            "case",
            "mean",
            "all",
            "any");

    private FeelText() {}

    /** What it does beyond that, as the end of a sentence. */
    static @Nullable String fault(String text) {
        if (ExpressionText.isPresentIn(text)) {
            return "writes “${…}”, which is no rule";
        }
        String bare = TEXT.matcher(text).replaceAll("");
        Matcher code = CODE.matcher(bare.toLowerCase(Locale.ROOT));
        if (code.find()) {
            return "uses “" + code.group() + "”";
        }
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            if (!FUNCTIONS.contains(call.group(1))) {
                return "calls “" + call.group(1) + "(…)”";
            }
        }
        Matcher inside = INSIDE.matcher(bare.replace("..", "  "));
        return inside.find() ? "uses “" + inside.group().strip() + "”" : null;
    }
}
