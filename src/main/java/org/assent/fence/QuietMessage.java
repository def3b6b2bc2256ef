package org.assent.fence;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Messages in the log: the engine's API writes whole stack traces into its own, and with them what somebody typed; of
 * those the kinds of exceptions and our own places are kept; of what was refused in a sentence, as it should be, one
 * line. Public because Logback makes it (logback-spring.xml).
 */
public final class QuietMessage extends MessageConverter {

    private static final String API = "org.camunda.bpm.engine.rest";
    private static final int LINES = 30;
    /** Refusals are expected, and so are weak passwords; who asked has been told why. */
    private static final Pattern EXPECTED = Pattern.compile(
            "(?m)(?:\\A\\S*\\s*|^Caused by: )org\\.assent\\.engine\\.Refusal\\b|\\A\\S*\\s*org\\.camunda\\.bpm\\.engine\\.ProcessEngineException: Password does not match policy");

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().startsWith(API) ? quiet(message) : message;
    }

    static String quiet(String trace) {
        if (EXPECTED.matcher(trace).find()) {
            return "Refused in a sentence";
        }
        return trace.lines()
                .filter(line -> line.matches("\\s+at .*|Caused by: .*|.*[\\w.]+\\.[A-Z]\\w*(?:Exception|Error)\\b.*"))
                .map(line -> line.matches("\\s+at .*") ? line : line.replaceFirst("((?:Exception|Error)\\b).*", "$1"))
                .limit(LINES)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
