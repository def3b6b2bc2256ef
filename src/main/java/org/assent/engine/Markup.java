package org.assent.engine;

import java.util.regex.Pattern;

/** Text as people type it, told apart from markup and from characters that no keyboard has. Public: controls that are no forms ask it too. */
public final class Markup {

    /** A tag, a comment or a declaration begins; “a < b” and “<3” are text. */
    private static final Pattern TAG = Pattern.compile("<[/!?A-Za-z]|&#");
    /** Control characters but tab and line ends, and those that turn the direction of what follows. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFEFF&&[^\\t\\n\\r]]");

    private Markup() {}

    public static boolean isIn(String text) {
        return TAG.matcher(text).find() || CONTROL.matcher(text).find();
    }
}
