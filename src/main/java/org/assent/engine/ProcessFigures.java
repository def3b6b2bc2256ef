package org.assent.engine;

import java.util.List;

/**
 * How a process went: in numbers, over all its cases or those of one version. Durations are milliseconds. Public: the
 * auditors' page draws them.
 */
public record ProcessFigures(List<Step> steps, List<Outcome> outcomes, List<Version> versions) {

    /**
     * One step over all cases.
     *
     * @param returns visits after the first one in the same turn of the same case
     * @param due tasks that had a date
     * @param late tasks that were done after it, or are open after it
     */
    public record Step(
            String id,
            String name,
            String type,
            long visits,
            long cases,
            long open,
            long cancelled,
            long median,
            long ninetieth,
            long total,
            long returns,
            long due,
            long late) {}

    /** How many cases of a version ended so. */
    public record Outcome(int version, String id, String name, long cases) {}

    /** All cases of one version; durations of those that have ended. */
    public record Version(int version, long cases, long running, long median, long ninetieth) {}
}
