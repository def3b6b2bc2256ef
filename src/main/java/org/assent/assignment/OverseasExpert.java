package org.assent.assignment;

import java.math.BigDecimal;

/** A line of the Secretariat's proposal; the amount in US dollars. */
record OverseasExpert(String name, String organization, String country, String subject, BigDecimal amount) {}
