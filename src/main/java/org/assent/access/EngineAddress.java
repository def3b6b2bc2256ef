package org.assent.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a request goes within the engine's API, whichever of its two roots it came by. */
final class EngineAddress {

    private static final Pattern ROOT =
            Pattern.compile("^(?:/engine-rest(?:/engine/[^/]+)?|/camunda/api/engine/engine/[^/]+)(/.*)$");

    private EngineAddress() {}

    /** As {@code /task/4711/complete}, decoded as the engine decodes it; empty for other addresses. */
    static String of(HttpServletRequest request) {
        Matcher root = ROOT.matcher(whole(request));
        return root.matches() ? root.group(1).replaceAll("/+$", "") : "";
    }

    /** As the servlets see it, whatever a proxy or a link put around it. */
    static String whole(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }

    static boolean onlyReads(HttpServletRequest request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }
}
