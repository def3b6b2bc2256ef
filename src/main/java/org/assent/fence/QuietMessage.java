package org.assent.fence;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.stream.Collectors;

/**
 * Messages in the log: the engine's API writes whole stack traces into its own, and with them what somebody typed; of
 * those the kinds of exceptions and our own places are kept. Public because Logback makes it (logback-spring.xml).
 */
public final class QuietMessage extends MessageConverter {

    private static final String API = "org.camunda.bpm.engine.rest";
    private static final int LINES = 30;

    @Override
    public String convert(ILoggingEvent event) {
        String message = super.convert(event);
        return event.getLoggerName().startsWith(API) ? quiet(message) : message;
    }

    static String quiet(String trace) {
        return trace.lines()
                .filter(line -> line.matches("\\s+at .*|Caused by: .*|.*[\\w.]+\\.[A-Z]\\w*(?:Exception|Error)\\b.*"))
                .map(line -> line.matches("\\s+at .*") ? line : line.replaceFirst("((?:Exception|Error)\\b).*", "$1"))
                .limit(LINES)
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
