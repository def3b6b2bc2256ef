package org.assent.engine;

/**
 * An appointment in force: one official does another's work in one process. Public: deputation tells the engine of it.
 *
 * @param id of the appointment
 * @param orderNumber of the order that appoints the deputy
 */
public record Acting(long id, String deputy, String principal, String process, String orderNumber) {}
