package org.assent.assignment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a project's resource persons and site visits. Public: the case page shows it. */
public interface AssignmentRegister {

    List<AssignmentLine> assignments(String projectCode);

    /** One item; amounts in US dollars. */
    record AssignmentLine(
            String reference,
            String item,
            String proposal,
            String state,
            BigDecimal amount,
            @Nullable BigDecimal paid) {}
}
