package org.assent.access;

import java.util.List;
import java.util.Map;

/**
 * access.yaml, as read.
 *
 * @param groups by group id
 */
record Grants(Map<String, GroupGrants> groups) {

    /**
     * What one group may do.
     *
     * @param office variables of models for which it grants: they hold this group's id, or that of one office's own
     *     group whose members are all in this one
     * @param lent nobody is a member, the desk lends it to deputies
     */
    record GroupGrants(
            String name,
            String tenants,
            List<String> office,
            List<String> applications,
            List<String> start,
            List<String> work,
            List<String> see,
            List<String> read,
            List<String> administer,
            boolean lent) {

        GroupGrants {
            tenants = tenants == null ? "own" : tenants;
            office = office == null ? List.of() : office;
            applications = applications == null ? List.of() : applications;
            start = start == null ? List.of() : start;
            work = work == null ? List.of() : work;
            see = see == null ? List.of() : see;
            read = read == null ? List.of() : read;
            administer = administer == null ? List.of() : administer;
        }

        boolean seesOthers() {
            return !tenants.equals("own");
        }

        /** Whether its members work in the economy or ministry that each of them belongs to. */
        boolean worksInOne() {
            return !lent && !seesOthers() && office.isEmpty() && !work.isEmpty();
        }

        boolean seesAll() {
            return tenants.equals("all");
        }

        boolean changesSomething() {
            return lent || !start.isEmpty() || !work.isEmpty() || !administer.isEmpty();
        }

        boolean seesCases() {
            return lent || !start.isEmpty() || !work.isEmpty() || !see.isEmpty();
        }

        boolean administersAccounts() {
            return administer.contains("accounts");
        }
    }
}
