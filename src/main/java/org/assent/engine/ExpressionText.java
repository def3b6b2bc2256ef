package org.assent.engine;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.TreeBuilderException;
import org.jspecify.annotations.Nullable;

/**
 * What an expression says, held to a closed grammar: it reads variables and compares them, or names a delegate. A list of
 * what is dangerous would always be one trick short.
 *
 * @param names variables and delegates that it reads
 * @param fault what it does beyond that, as the end of a sentence
 */
record ExpressionText(Set<String> names, @Nullable String fault) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s+|[A-Za-z_][A-Za-z0-9_]*|\\d+(\\.\\d+)?|'[^'\\\\]*'|\"[^\"\\\\]*\"|==|!=|<=|>=|&&|\\|\\||[!<>+\\-*/%?:()}]");
    private static final Set<String> WORDS = Set.of(
            "and", "or", "not", "empty", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "true", "false", "null");
    /** Names behind which the engine keeps objects of its own. */
    private static final Set<String> INSIDES =
            Set.of("execution", "task", "caseExecution", "externalTask", "authenticatedUserId", "instanceof");

    private static final Set<String> OF_MY_TASKS = Set.of("${currentUser()}", "${currentUserGroups()}");

    /** The two that the application's own filters hold, to the letter. */
    static boolean isOfMyTasks(String text) {
        return OF_MY_TASKS.contains(text);
    }

    static boolean isPresentIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    static ExpressionText read(String text) {
        Set<String> names = new LinkedHashSet<>();
        String fault = fault(text, names);
        if (fault == null && isPresentIn(text)) {
            try {
                new Builder().build(text);
            } catch (TreeBuilderException notAnExpression) {
                fault = "has an expression that cannot be understood";
            }
        }
        return new ExpressionText(names, fault);
    }

    private static @Nullable String fault(String text, Set<String> names) {
        if (text.contains("#{")) {
            return "writes “#{”: write “${” instead";
        }
        int at = 0;
        for (int begin = text.indexOf("${", at); begin >= 0; begin = text.indexOf("${", at)) {
            Matcher token = TOKEN.matcher(text);
            String before = "";
            at = begin + 2;
            while (true) {
                if (at >= text.length()) {
                    return "does not close “${” with “}”";
                }
                token.region(at, text.length());
                if (!token.lookingAt()) {
                    return text.charAt(at) == '.' || text.charAt(at) == '['
                            ? "looks inside “" + before + "”"
                            : "uses “" + text.charAt(at) + "”";
                }
                String word = token.group();
                at = token.end();
                if (word.isBlank()) {
                    continue;
                }
                if (word.equals("(") && (isName(before) || isValue(before))) {
                    return "calls “" + before + "(…)”";
                }
                if (word.equals("}")) {
                    break;
                }
                if (INSIDES.contains(word)) {
                    return "reads “" + word + "”, which is no variable";
                }
                if (isName(word)) {
                    names.add(word);
                }
                before = word;
            }
            if (before.isEmpty()) {
                return "names nothing between “${” and “}”";
            }
        }
        return null;
    }

    private static boolean isName(String word) {
        return !word.isEmpty()
                && (Character.isLetter(word.charAt(0)) || word.charAt(0) == '_')
                && !WORDS.contains(word);
    }

    private static boolean isValue(String word) {
        return word.endsWith(")") || word.endsWith("'") || word.endsWith("\"");
    }
}
