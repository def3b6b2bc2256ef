package org.assent.fence;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import org.jspecify.annotations.Nullable;

/**
 * Exceptions in the log: while a request is answered or a job runs, what kinds of exceptions and where they arose, but
 * not their messages, which repeat what somebody typed. Else, at the start above all, with their messages. Public
 * because Logback makes it (logback-spring.xml).
 */
public final class QuietThrowable extends ThrowableHandlingConverter {

    private static final int FRAMES = 12;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder text = new StringBuilder();
        boolean told = !Quiet.isAsked(event);
        for (IThrowableProxy thrown = event.getThrowableProxy(); thrown != null; thrown = thrown.getCause()) {
            write(text, thrown, told);
        }
        return text.toString();
    }

    private static void write(StringBuilder text, IThrowableProxy thrown, boolean told) {
        text.append(text.isEmpty() ? "" : "Caused by: ").append(thrown.getClassName());
        @Nullable String message = thrown.getMessage();
        if (told && message != null) {
            text.append(": ").append(message);
        }
        text.append(System.lineSeparator());
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int shown = told ? frames.length - thrown.getCommonFrames() : Math.min(FRAMES, frames.length);
        for (int i = 0; i < shown; i++) {
            text.append("\tat ").append(frames[i].getStackTraceElement()).append(System.lineSeparator());
        }
        if (shown < frames.length) {
            text.append("\t... ").append(frames.length - shown).append(" more").append(System.lineSeparator());
        }
    }
}
