package org.assent.engine;

import java.util.List;

/** Steps and flows of one version of a process, as drawn. Public: the auditors' pages and exports read it. */
public record DrawnModel(String id, String key, String name, int version, List<Step> steps, List<Flow> flows) {

    /** A box, a gateway or an event. */
    public record Step(String id, String name, String type) {}

    /** An arrow between two steps. */
    public record Flow(String id, String name, String from, String to) {}
}
