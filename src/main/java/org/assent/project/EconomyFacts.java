package org.assent.project;

import java.time.ZoneId;

/** A member economy under its APO name, with its national productivity organization. Public: letters and forms name it. */
public record EconomyFacts(
        String iso2, String name, String npo, boolean active, ZoneId zone, String liaisonAddress, String headAddress) {}
