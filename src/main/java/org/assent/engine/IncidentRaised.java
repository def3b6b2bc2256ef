package org.assent.engine;

/**
 * A job has failed as often as it may, so a case stands still until somebody looks. Public: mail hears it.
 *
 * @param id of the incident, as Cockpit shows it
 * @param process key of the model
 * @param step id of the step that failed
 */
public record IncidentRaised(String id, String process, String step) {}
