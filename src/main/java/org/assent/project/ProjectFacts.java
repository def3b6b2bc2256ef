package org.assent.project;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A project as its latest issued notification has it. Public: every later capability reads it.
 *
 * @param hosts ISO2, first host first
 * @param economies participating, ISO2, hosts included
 * @param closingAt the end of the closing date in Tokyo: the next midnight
 * @param version 1 for the first issue, 2 for Revision 1
 * @param targetGroups kinds of organization that are asked for; empty where the notification names none
 * @param announceAt 09:00 in Tokyo on the day by which the selected names must be out
 * @param readinessAt two days before, when somebody looks whether all is ready
 * @param placesPerEconomy what each economy other than the hosts may expect; more is a warning, never a bar
 */
public record ProjectFacts(
        String code,
        String title,
        LocalDate start,
        LocalDate end,
        Modality modality,
        List<String> hosts,
        List<String> economies,
        int overseasPlaces,
        int localPlaces,
        LocalDate closingDate,
        Instant closingAt,
        int version,
        String reference,
        List<OrganizationType> targetGroups,
        ProjectState state,
        LocalDate announceOn,
        Instant announceAt,
        Instant readinessAt,
        Instant firstReminderAt,
        Instant secondReminderAt,
        int placesPerEconomy) {

    /** The economy in whose name the host works. */
    public String host() {
        return hosts.get(0);
    }
}
