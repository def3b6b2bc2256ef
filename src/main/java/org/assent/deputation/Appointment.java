package org.assent.deputation;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an official enters to name a deputy. Public: the page sends it.
 *
 * @param principal who is represented
 * @param processes ids of the processes chosen
 * @param from first day, whole
 * @param until last day, whole
 */
public record Appointment(
        String principal,
        String deputy,
        Set<String> processes,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String orderNumber) {}
