package org.assent.fence;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;

/** Whether a line of the log is written on behalf of somebody's case. */
final class Quiet {

    private Quiet() {}

    static boolean isAsked(ILoggingEvent event) {
        Map<String, String> about = event.getMDCPropertyMap();
        return about.containsKey("reference")
                || about.containsKey("processInstanceId")
                || about.containsKey("activityId")
                || event.getThreadName().startsWith("jobs-")
                || event.getThreadName().contains("-exec-");
    }
}
