package org.assent.assignment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A line of the host's proposal; the honorarium in US dollars. */
record LocalExpert(String name, String organization, String subject, boolean honorarium, @Nullable BigDecimal amount) {}
